package dev.winnow.document;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of a page. Only the page that cuts the text fills this list; it never changes afterwards, so nobody needs a copy. */
final class Lines extends AbstractList<Line> implements RandomAccess {

    private Line[] lines;
    private int count;
    /** The block each line stands in; null for plain text. */
    private @Nullable Block @Nullable [] blocks;
    /** Computed at the first call. Two threads may both compute it; the result is the same. */
    private @Nullable Layout layout;
    /** Source offset of the beginning of each line, ascending; empty for plain text. */
    private int[] offsets = {};

    Lines(int expected) {
        lines = new Line[expected];
    }

    /** Returns an immutable copy; the same list if it is immutable already. */
    static List<Line> copyOf(List<Line> lines) {
        return lines instanceof Lines ? lines : List.copyOf(lines);
    }

    void append(Line line) {
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, Math.max(16, 2 * count));
        }
        lines[count++] = line;
    }

    /** Marks all lines but the first as standing directly below the line before ({@link Line#glued()}). */
    void glue() {
        for (int i = 1; i < count; i++) {
            lines[i] = lines[i].gluedOn();
        }
    }

    /**
     * Sets source offset and block of each line. A line whose block is nearly all link becomes a link. Exception: a sentence in
     * an element that also holds sentences without links.
     */
    void standIn(int[] places, @Nullable Block[] theirs) {
        offsets = places;
        blocks = theirs;
        Set<Block.Frame> holders = null;
        for (int i = 0; i < count; i++) {
            Block block = theirs[i];
            if (block == null || !block.isLink()) {
                continue;
            }
            if (isParagraph(block) && lines[i].is(Shape.SENTENCE_LIKE)) {
                holders = holders == null ? holdersOfProse() : holders;
                if (holders.contains(block.frame().holder())) {
                    continue;
                }
            }
            lines[i] = lines[i].asLink();
        }
    }

    /** Whether the block usually holds prose. */
    private static boolean isParagraph(Block block) {
        return block.element() == Block.Element.PARAGRAPH || block.element() == Block.Element.QUOTE;
    }

    /** Returns the elements that hold prose which is not a link. */
    private Set<Block.Frame> holdersOfProse() {
        Set<Block.Frame> holders = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < count; i++) {
            Block block = block(i);
            if (block != null && !block.isLink() && isParagraph(block) && lines[i].is(Shape.SENTENCE_LIKE)) {
                holders.add(block.frame().holder());
            }
        }
        return holders;
    }

    /** Tells which lines belong together. */
    Layout layout(String text) {
        Layout found = layout;
        if (found == null) {
            found = new Layout(text, this);
            layout = found;
        }
        return found;
    }

    /** The block a line stands in; null for plain text. */
    @Nullable
    Block block(int index) {
        return blocks == null ? null : blocks[index];
    }

    /** Source offset of the beginning of a line; only for pages that had markup. */
    int offset(int index) {
        return offsets[index];
    }

    /** Index of the first line that begins at a source offset or after it; only for pages that had markup. */
    int firstFrom(int offset) {
        int found = Arrays.binarySearch(offsets, offset);
        return found >= 0 ? found : -found - 1;
    }

    @Override
    public Line get(int index) {
        return lines[Objects.checkIndex(index, count)];
    }

    @Override
    public int size() {
        return count;
    }
}
