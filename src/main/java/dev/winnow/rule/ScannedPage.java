package dev.winnow.rule;

import dev.winnow.document.Block;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.Shape;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The lines that are left of a page, and the triggers found in them. Belongs to one document; not thread-safe.
 *
 * <p>What was found is kept in one array for the page, since most lines have no trigger at all.
 */
public final class ScannedPage {

    private static final long FORGOTTEN = -1;
    private static final int GONE = -1;

    private final LiteralIndex index;
    private final ScannedLines all;
    /** Numbers of the lines that are left, in order. */
    private final int[] left;

    private int leftCount;
    /** Whose lines they are, where it had markup. */
    private @Nullable Page page;
    /** What rules found in the page's markup; null for plain text. */
    private @Nullable SelectedElements elements;

    /** For each line of the page where it stands among those left. */
    private final int[] positions;
    /** Number of a line in the page, and a trigger found in it; ascending but for forgotten ones. */
    private long[] hits;

    private int count;
    /** Indexes of sites by which the lines were looked up, too. */
    private final List<LiteralIndex> sites = new ArrayList<>(0);

    /** Takes over what was found in all lines of a page, numbered from 0. */
    ScannedPage(LiteralIndex index, LiteralIndex.Scan scan) {
        this.index = index;
        this.all = scan.lines();
        this.leftCount = all.size();
        this.left = new int[leftCount];
        this.positions = new int[leftCount];
        this.hits = scan.hits();
        this.count = scan.count();
        for (int i = 0; i < leftCount; i++) {
            left[i] = i;
            positions[i] = i;
        }
    }

    /** Notes what rules found in the page's markup. */
    void elements(SelectedElements found, Page of) {
        elements = found;
        page = of;
    }

    @Nullable
    SelectedElements elements() {
        return elements;
    }

    /** Where a line of the page stands among those that are left; negative when it is gone. */
    int place(int line) {
        return line < positions.length ? positions[line] : GONE;
    }

    /** The lines that are left, in order; follows when lines go. */
    public Left lines() {
        return new Left();
    }

    /** The lines that are left, in order. */
    public final class Left extends AbstractList<ScannedLine> implements RandomAccess {
        @Override
        public ScannedLine get(int index) {
            return all.get(left[Objects.checkIndex(index, leftCount)]);
        }

        /** The line itself, where nothing is asked of what the index saw of it. */
        public Line line(int index) {
            return all.line(left[Objects.checkIndex(index, leftCount)]);
        }

        /** Whether the first four letters or digits of two lines are the same; or all, where one has no more. */
        public boolean beginAlike(int one, int other) {
            return all.beginAlike(left[Objects.checkIndex(one, leftCount)], left[Objects.checkIndex(other, leftCount)]);
        }

        /** The block in which a line stands; null for plain text. */
        public @Nullable Block block(int index) {
            return page == null ? null : page.block(line(index));
        }

        /** Whether a line is a heading of the prose right below it. */
        boolean headsProse(int index) {
            Block block = block(index);
            if (block == null || index + 1 == leftCount || !line(index + 1).is(Shape.SENTENCE_LIKE)) {
                return false;
            }
            Block below = block(index + 1);
            return below != null && block.heads(below);
        }

        @Override
        public int size() {
            return leftCount;
        }
    }

    /**
     * Takes lines away.
     *
     * @param gone numbers of the lines in the page
     */
    public void remove(BitSet gone) {
        if (gone.isEmpty()) {
            return;
        }
        int kept = 0;
        for (int i = 0; i < leftCount; i++) {
            int number = left[i];
            if (gone.get(number)) {
                positions[number] = GONE;
            } else {
                positions[number] = kept;
                left[kept++] = number;
            }
        }
        leftCount = kept;
    }

    /**
     * Puts what is left of lines in their place, and looks that up. All at once, since each time costs as much as there are
     * hits on the page.
     *
     * @param rests in order, numbered like the lines they are left of
     */
    public void replace(List<Line> rests) {
        if (rests.isEmpty()) {
            return;
        }
        LiteralIndex.Scan scanned = scan(index, rests);
        BitSet replaced = new BitSet(positions.length);
        for (int i = 0; i < rests.size(); i++) {
            int number = rests.get(i).index();
            replaced.set(number);
            all.replace(number, scanned.lines(), i);
        }
        long[] found = new long[count + scanned.count()];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (hits[i] != FORGOTTEN && !replaced.get(line(hits[i]))) {
                found[kept++] = hits[i];
            }
        }
        System.arraycopy(scanned.hits(), 0, found, kept, scanned.count());
        merge(found, kept + scanned.count());
        sites.forEach(site -> add(scan(site, rests)));
    }

    /** Looks lines of different texts up as if they were one text. */
    private static LiteralIndex.Scan scan(LiteralIndex index, List<Line> rests) {
        LiteralIndex.OneText text = LiteralIndex.OneText.of(rests, Line::text);
        return index.scan(text.text(), text.lines());
    }

    /** Looks the lines up by the index of a site, too; once. */
    void lookUp(LiteralIndex site) {
        if (!sites.contains(site)) {
            sites.add(site);
            add(scan(site, lines().stream().map(ScannedLine::line).toList()));
        }
    }

    private void add(LiteralIndex.Scan scan) {
        if (scan.count() > 0) {
            long[] found = Arrays.copyOf(hits, count + scan.count());
            System.arraycopy(scan.hits(), 0, found, count, scan.count());
            merge(found, found.length);
        }
    }

    private void merge(long[] all, int length) {
        Arrays.sort(all, 0, length);
        hits = all;
        count = length;
    }

    /** A trigger found in a line, as one number. */
    static long hit(int line, int trigger) {
        return (long) line << Integer.SIZE | trigger;
    }

    private static int line(long hit) {
        return (int) (hit >>> Integer.SIZE);
    }

    /** How many triggers were found; some may be forgotten by now. */
    int hitCount() {
        return count;
    }

    /** Where the line of a hit stands among those that are left; negative when it or the hit is gone. */
    int position(int hit) {
        return hits[hit] == FORGOTTEN ? GONE : positions[line(hits[hit])];
    }

    int trigger(int hit) {
        return (int) hits[hit];
    }

    /** Forgets a hit: its pattern cannot match the line, whatever is known later. */
    void forget(int hit) {
        hits[hit] = FORGOTTEN;
    }
}
