package dev.winnow.document;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The lines of a page, filled by the page that cuts them and not changed after; so they need not be copied to be safe. */
final class Lines extends AbstractList<Line> implements RandomAccess {

    private Line[] lines;
    private int count;
    /** The block each line stands in; null for plain text. */
    private @Nullable Block @Nullable [] blocks;

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

    /** Says in which block each line stands; a line in one that is nothing but a link is one. */
    void standIn(@Nullable Block[] theirs) {
        blocks = theirs;
        for (int i = 0; i < count; i++) {
            Block block = theirs[i];
            if (block != null && block.isLink()) {
                lines[i] = lines[i].asLink();
            }
        }
    }

    /** The block a line stands in; null for plain text. */
    @Nullable
    Block block(int index) {
        return blocks == null ? null : blocks[index];
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
