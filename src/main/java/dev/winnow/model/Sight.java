package dev.winnow.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The part of a model for one form of page: plain text, or HTML with its markup. It holds word weights and trees. Each page is
 * looked at twice. The first look uses each line and its surroundings; the second also uses the results of the first. Immutable
 * and thread-safe.
 */
final class Sight {

    /**
     * Minimum probability for a second look, in thousandths. A line below it, whose neighbours are also below it, keeps its first
     * result.
     */
    private static final int WORTH_A_SECOND_LOOK = 30;

    private static final int NEIGHBOURS = 2;
    private static final int ABREAST = 4;

    private final Vocabulary words;
    private final @Nullable Vocabulary classes;
    private final Forest first;
    private final Forest second;
    private final Layout layout;
    private final Forest.Placed firstLook;
    private final Forest.Placed secondLook;

    /**
     * Makes a sight.
     *
     * @param words weights of words in lines
     * @param classes weights of words in class names; null for plain text
     * @param first trees of the first look
     * @param second trees of the second look
     */
    Sight(Vocabulary words, @Nullable Vocabulary classes, Forest first, Forest second) {
        this.words = words;
        this.classes = classes;
        this.first = first;
        this.second = second;
        this.layout = classes == null ? Layout.FLAT : Layout.MARKUP;
        this.firstLook = first.place(layout.features(), layout.width());
        this.secondLook = second.place(layout.features(), layout.width());
    }

    /** Judges the lines of a page. */
    Opinion judge(Scene scene) {
        Seen seen = new Seen(scene, words, classes);
        boolean[] asked = scene.left();
        int[] likely = new int[asked.length];
        vote(firstLook, seen.table(), asked, likely);
        seen.lookedAt(likely);
        boolean[] doubtful = doubtful(asked, likely);
        int[] judged = likely.clone();
        vote(secondLook, seen.table(), doubtful, judged);
        return Opinion.of(seen, judged, line -> explain(seen.table(), line, doubtful[line]));
    }

    /** Returns for each line whether it gets a second look. */
    static boolean[] doubtful(boolean[] asked, int[] likely) {
        boolean[] doubtful = new boolean[likely.length];
        int last = -1;
        for (int i = 0; i < likely.length; i++) {
            if (likely[i] >= WORTH_A_SECOND_LOOK) {
                for (int j = Math.max(last + 1, i - NEIGHBOURS);
                        j <= Math.min(likely.length - 1, i + NEIGHBOURS);
                        j++) {
                    doubtful[j] = asked[j];
                    last = j;
                }
            }
        }
        return doubtful;
    }

    /** Sets the probability of each line that is asked for, by the votes of the trees. Other lines keep theirs. */
    static void vote(Forest.Placed forest, Table table, boolean[] asked, int[] likely) {
        int[] lines = new int[ABREAST];
        int[] votes = new int[ABREAST];
        int waiting = 0;
        for (int i = 0; i <= asked.length; i++) {
            boolean end = i == asked.length;
            if (!end && asked[i]) {
                lines[waiting++] = i;
            }
            if (waiting == ABREAST || end && waiting > 0) {
                for (int k = waiting; k < ABREAST; k++) {
                    lines[k] = lines[0];
                }
                forest.vote(
                        table.cells(),
                        table.row(lines[0]),
                        table.row(lines[1]),
                        table.row(lines[2]),
                        table.row(lines[3]),
                        votes);
                for (int k = 0; k < waiting; k++) {
                    likely[lines[k]] = Logistic.perMille(votes[k]);
                }
                waiting = 0;
            }
        }
    }

    /** Returns the contribution of each feature to the vote on a line. */
    private int[] explain(Table table, int line, boolean twice) {
        int[] contributions = new int[layout.features().size()];
        (twice ? secondLook : firstLook).explain(table.cells(), table.row(line), contributions);
        return contributions;
    }

    void write(DataOutputStream out) throws IOException {
        words.write(out);
        if (classes != null) {
            classes.write(out);
        }
        first.write(out);
        second.write(out);
    }

    /** Reads what {@link #write} wrote. */
    static Sight read(DataInputStream in, boolean markup) throws IOException {
        Layout layout = markup ? Layout.MARKUP : Layout.FLAT;
        Vocabulary words = Vocabulary.read(in);
        Vocabulary classes = markup ? Vocabulary.read(in) : null;
        return new Sight(
                words,
                classes,
                Forest.read(in, layout.known()),
                Forest.read(in, layout.features().size()));
    }
}
