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
 * The lines of a page that are still there, and the triggers found in them. Belongs to one document; not thread-safe.
 *
 * <p>All hits of a page are in one array, since most lines have none.
 */
public final class ScannedPage {

    private static final long FORGOTTEN = -1;
    private static final int GONE = -1;

    private final LiteralIndex index;
    private final ScannedLines all;
    /** Page indexes of the lines that are left, ascending. */
    private final int[] left;

    private int leftCount;
    /** The page of the lines; null for lines without a page. */
    private @Nullable Page page;
    /** What selectors found in the page's markup; null for plain text. */
    private @Nullable SelectedElements elements;

    /** For each line of the page its index among those left; {@link #GONE} if it is not left. */
    private final int[] positions;
    /** Pairs of a page line and a trigger; ascending except for forgotten ones. */
    private long[] hits;

    private int count;
    /** Site indexes in which the lines were also looked up. */
    private final List<LiteralIndex> sites = new ArrayList<>(0);

    /** Takes over the result of a scan of all lines of a page, numbered from 0. */
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

    /** Stores the page of the lines. */
    void page(Page of) {
        page = of;
    }

    /** Stores what selectors found in the page's markup. */
    void elements(SelectedElements found) {
        elements = found;
    }

    @Nullable
    SelectedElements elements() {
        return elements;
    }

    /** Returns the index of a page line among those that are left; negative when it is gone. */
    int place(int line) {
        return line < positions.length ? positions[line] : GONE;
    }

    /** Returns a live list of the lines that are left, in order. */
    public Left lines() {
        return new Left();
    }

    /** The lines that are left, in order. */
    public final class Left extends AbstractList<ScannedLine> implements RandomAccess {
        @Override
        public ScannedLine get(int index) {
            return all.get(left[Objects.checkIndex(index, leftCount)]);
        }

        /** Returns the line without what the index read. */
        public Line line(int index) {
            return all.line(left[Objects.checkIndex(index, leftCount)]);
        }

        /** Returns the number of a line for people, from 1: the line of the source on which it begins. */
        int number(int index) {
            int line = line(index).index();
            return page == null ? line + 1 : page.sourceLine(line);
        }

        /** Whether the first four letters or digits of two lines are the same; all of them when a line has fewer. */
        public boolean beginAlike(int one, int other) {
            return all.beginAlike(left[Objects.checkIndex(one, leftCount)], left[Objects.checkIndex(other, leftCount)]);
        }

        /** Returns the block of a line; null for plain text. */
        public @Nullable Block block(int index) {
            return page == null ? null : page.block(line(index));
        }

        /** Whether a line is the heading of the prose right below it. */
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
     * Removes lines.
     *
     * @param gone page indexes of the lines
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
     * Replaces lines by their rests and looks these up. Call it once for all lines, since each call costs time in proportion
     * to the number of hits on the page.
     *
     * @param rests in order, with the index of the line they are a rest of
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

    /** Looks up lines of different texts as one text. */
    private static LiteralIndex.Scan scan(LiteralIndex index, List<Line> rests) {
        LiteralIndex.OneText text = LiteralIndex.OneText.of(rests, Line::text);
        return index.scan(text.text(), text.lines());
    }

    /** Looks up the lines in the index of a site as well, once. */
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

    /** Packs a line and a trigger into one number. */
    static long hit(int line, int trigger) {
        return (long) line << Integer.SIZE | trigger;
    }

    private static int line(long hit) {
        return (int) (hit >>> Integer.SIZE);
    }

    /** Returns the number of hits, including forgotten ones. */
    int hitCount() {
        return count;
    }

    /** Returns the index of a hit's line among those that are left; negative when the line is gone or the hit forgotten. */
    int position(int hit) {
        return hits[hit] == FORGOTTEN ? GONE : positions[line(hits[hit])];
    }

    int trigger(int hit) {
        return (int) hits[hit];
    }

    /** Forgets a hit: its pattern cannot match the line, whatever is found later. */
    void forget(int hit) {
        hits[hit] = FORGOTTEN;
    }
}
