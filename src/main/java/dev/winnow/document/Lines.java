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

/** The lines of a page, filled by the page that cuts them and not changed after; so they need not be copied to be safe. */
final class Lines extends AbstractList<Line> implements RandomAccess {

    private Line[] lines;
    private int count;
    /** The block each line stands in; null for plain text. */
    private @Nullable Block @Nullable [] blocks;
    /** Found when asked for; two threads may both find it, which does no harm. */
    private @Nullable Layout layout;
    /** Where in the source each line begins, ascending; empty for plain text. */
    private int[] offsets = {};

    Lines(int expected) {
        lines = new Line[expected];
    }

    /** A copy that nobody can change; the same list if nobody can. */
    static List<Line> copyOf(List<Line> lines) {
        return lines instanceof Lines ? lines : List.copyOf(lines);
    }

    void append(Line line) {
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, Math.max(16, 2 * count));
        }
        lines[count++] = line;
    }

    /** Makes each but the first a line that stands right below another. */
    void glue() {
        for (int i = 1; i < count; i++) {
            lines[i] = lines[i].gluedOn();
        }
    }

    /** Says where in the source and in which block each line stands; a line in a block that is nothing but a link is one, unless
     * it is a sentence among others that are none. */
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

    /** Whether prose is to be expected there. */
    private static boolean isParagraph(Block block) {
        return block.element() == Block.Element.PARAGRAPH || block.element() == Block.Element.QUOTE;
    }

    /** The elements that hold prose which is no link. */
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

    /** Which of them belong together. */
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

    /** Where in the source a line begins; only for pages that had markup. */
    int offset(int index) {
        return offsets[index];
    }

    /** The first line that begins at a place in the source or behind it; only for pages that had markup. */
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
