package dev.winnow.model;

import dev.winnow.document.Block;
import dev.winnow.document.Block.Frame;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The elements that hold the lines of a page of HTML, with totals of their content. For one thread. */
final class Containers {

    /** Number of elements around a line that describe it, the innermost first. */
    static final int NEAREST = 5;

    private static final List<String> TAGS = List.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "td",
            "th",
            "div",
            "span",
            "blockquote",
            "figcaption",
            "dd",
            "dt",
            "pre",
            "section",
            "article",
            "a",
            "caption",
            "body",
            "main",
            "summary",
            "tr",
            "ul",
            "ol");

    /** Elements around a line that serve as features; each is one bit. */
    private static final List<String> AROUND = List.of(
            "article",
            "main",
            "nav",
            "header",
            "footer",
            "aside",
            "form",
            "figure",
            "ul",
            "ol",
            "table",
            "section",
            "blockquote",
            "dl",
            "p");

    static final List<String> NAMES = names();

    static final int LINKS = 0;
    static final int TAG = 2;
    static final int PATH_SAID = 10;

    /** Columns that also serve as features of nearby lines. */
    static final List<Integer> TELLING = List.of(LINKS, TAG, PATH_SAID);

    private static final int FAR = 40;
    /** Maximum number of elements outwards from a line. Elements further out are ignored. */
    private static final int DEEPEST = 60;

    private final Scene scene;
    private final List<Container> all = new ArrayList<>();
    private final Map<Frame, Container> known = new IdentityHashMap<>();
    /** The innermost container of each line; null where the line has no block. */
    private final @Nullable Container[] innermost;

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "the share of links",
                "the kind of element",
                "the element",
                "the level of the heading",
                "the depth in the page",
                "what the class of its element says",
                "what the best class of its element says",
                "what the classes near it say",
                "what the worst class near it says",
                "what the best class near it says",
                "what the classes around it say",
                "what the worst class around it says",
                "what the best class around it says",
                "the way to the element with most prose",
                "the way to the element with four fifths of the prose",
                "the way to the element with half of the prose",
                "its number among the lines of its element"));
        for (int i = 0; i < NEAREST; i++) {
            String which = i == 0 ? "its element" : "the element " + i + " further out";
            names.addAll(List.of(
                    "the text of " + which,
                    "the share of links of " + which,
                    "the share of the page's prose of " + which,
                    "the lines of " + which,
                    "the weight of " + which));
        }
        AROUND.forEach(tag -> names.add("an element <" + tag + "> around it"));
        return List.copyOf(names);
    }

    /** An element with totals of its content. */
    static final class Container {
        final @Nullable Container around;
        final int number;
        final int depth;
        final int tag;
        final int bits;
        /** Weights of its class words: sum, minimum and maximum. */
        final int said;

        final int worst;
        final int best;
        long units;
        long linked;
        long prose;
        int lines;
        long weight;

        Container(@Nullable Container around, int number, Frame frame, Vocabulary classes) {
            this.around = around;
            this.number = number;
            this.depth = around == null ? 0 : around.depth + 1;
            this.tag = TAGS.indexOf(frame.tag());
            int bit = AROUND.indexOf(frame.tag());
            this.bits = (around == null ? 0 : around.bits) | (bit < 0 ? 0 : 1 << bit);
            int sum = 0;
            int low = 0;
            int high = 0;
            for (String word : frame.words()) {
                int weight = classes.weight(classWord(word));
                sum += weight;
                low = Math.min(low, weight);
                high = Math.max(high, weight);
            }
            this.said = sum;
            this.worst = low;
            this.best = high;
        }
    }

    /** Returns the hash of a word of a class or id. */
    static int classWord(String word) {
        return Words.of(word);
    }

    Containers(Scene scene, List<@Nullable Block> blocks, Vocabulary classes) {
        this.scene = scene;
        this.innermost = new Container[scene.size()];
        for (int i = 0; i < scene.size(); i++) {
            Block block = blocks.get(i);
            innermost[i] = block == null ? null : container(block.frame(), classes, 0);
        }
    }

    private Container container(Frame frame, Vocabulary classes, int depth) {
        Container container = known.get(frame);
        if (container == null) {
            Frame outside = frame.around();
            container = new Container(
                    outside == null || depth > DEEPEST ? null : container(outside, classes, depth + 1),
                    all.size(),
                    frame,
                    classes);
            all.add(container);
            known.put(frame, container);
        }
        return container;
    }

    int size() {
        return all.size();
    }

    @Nullable
    Container of(int line) {
        return innermost[line];
    }

    void describe(Table table, int first) {
        sum(table);
        @Nullable Container top = null;
        @Nullable Container most = null;
        @Nullable Container half = null;
        long prose = 0;
        for (Container container : all) {
            prose = Math.max(prose, container.prose);
        }
        for (Container container : all) {
            top = container.weight > 0 && (top == null || container.weight > top.weight) ? container : top;
            most = deeper(most, container, prose * 4 / 5);
            half = deeper(half, container, prose / 2);
        }
        for (int i = 0; i < scene.size(); i++) {
            Container inner = innermost[i];
            if (inner != null) {
                line(i, inner, table, first);
                table.set(i, first + 13, distance(inner, top));
                table.set(i, first + 14, distance(inner, most));
                table.set(i, first + 15, distance(inner, half));
                boolean same = i > 0 && innermost[i - 1] == inner;
                table.set(i, first + 16, same ? Math.min(FAR, table.get(i - 1, first + 16) + 1) : 0);
                int column = first + 17;
                Container container = inner;
                for (int k = 0; k < NEAREST; k++) {
                    table.set(i, column, Table.log(container.units));
                    table.set(i, column + 1, Table.share(container.linked, container.units));
                    table.set(i, column + 2, Table.share(container.prose, prose));
                    table.set(i, column + 3, Table.log(container.lines));
                    table.set(i, column + 4, Table.share(container.weight, top == null ? 0 : top.weight));
                    column += 5;
                    container = container.around == null ? container : container.around;
                }
                for (int bit = 0; bit < AROUND.size(); bit++) {
                    table.set(i, column + bit, inner.bits >>> bit & 1);
                }
            }
        }
    }

    /**
     * Sums up the content of each element. The weight of an element comes from prose inside of its child elements. Prose of
     * direct children counts fully, and prose further inside counts less; beyond five levels it does not count. Links reduce the
     * weight.
     */
    private void sum(Table table) {
        for (int i = 0; i < scene.size(); i++) {
            Block block = block(i);
            if (block == null) {
                continue;
            }
            int units = scene.lines().get(i).length();
            int linked = (int) ((long) units * block.linked() / Math.max(1, block.units()));
            boolean prose = Looks.isProse(table, i) && !scene.isTaken(i) && 2 * linked < units;
            int weight = prose ? 100 + Math.min(300, units) : 0;
            int away = 0;
            for (Container c = innermost[i]; c != null; c = c.around) {
                c.units += units;
                c.linked += linked;
                c.prose += prose ? units : 0;
                c.lines++;
                c.weight += away == 0 ? 0 : away == 1 ? weight : away < 6 ? weight / (2L * away - 2) : 0;
                away++;
            }
        }
        for (Container container : all) {
            container.weight = container.units == 0
                    ? 0
                    : container.weight * (container.units - container.linked) / container.units;
        }
    }

    private @Nullable Block block(int line) {
        List<@Nullable Block> blocks = scene.blocks();
        return blocks == null ? null : blocks.get(line);
    }

    private static @Nullable Container deeper(@Nullable Container known, Container container, long least) {
        boolean fits = container.prose >= least && container.prose > 0;
        return fits && (known == null || container.depth > known.depth) ? container : known;
    }

    /**
     * Returns the number of steps from the element of a line out to an element around it; {@link #FAR} if it is further or does
     * not hold the line.
     */
    private static int distance(Container inner, @Nullable Container outer) {
        int steps = 0;
        for (Container c = inner; c != null; c = c.around) {
            if (c == outer) {
                return Math.min(FAR, steps);
            }
            steps++;
        }
        return FAR;
    }

    private void line(int line, Container inner, Table table, int first) {
        Block block = block(line);
        if (block == null) {
            return;
        }
        table.set(line, first + LINKS, Table.share(block.linked(), block.units()));
        table.set(line, first + 1, block.element().ordinal());
        table.set(line, first + TAG, inner.tag);
        table.set(line, first + 3, block.level());
        table.set(line, first + 4, inner.depth);
        table.set(line, first + 5, inner.said);
        table.set(line, first + 6, inner.best);
        int said = 0;
        int worst = 0;
        int best = 0;
        int away = 0;
        for (Container c = inner; c != null; c = c.around) {
            said += c.said;
            worst = Math.min(worst, c.worst);
            best = Math.max(best, c.best);
            if (away == 3 || c.around == null && away < 3) {
                table.set(line, first + 7, said);
                table.set(line, first + 8, worst);
                table.set(line, first + 9, best);
            }
            away++;
        }
        table.set(line, first + PATH_SAID, said);
        table.set(line, first + PATH_SAID + 1, worst);
        table.set(line, first + PATH_SAID + 2, best);
    }
}
