package dev.winnow.document;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Changes of a text in order, stored in parallel arrays. A page may have one change per line, too many for one object each.
 * {@link TrackedText} fills this list once; it does not change afterwards.
 */
final class Changes extends AbstractList<Change> implements RandomAccess {

    static final Changes NONE = new Changes(0);

    private static final int START = 0;
    private static final int END = 1;
    private static final int TEXT_START = 2;
    private static final int TEXT_END = 3;
    private static final int PLACES = 4;

    private final int[] places;
    private final Reason[] reasons;
    private int size;

    Changes(int most) {
        places = new int[Math.multiplyExact(PLACES, most)];
        reasons = new Reason[most];
    }

    void add(int start, int end, int textStart, int textEnd, Reason reason) {
        int at = PLACES * size;
        places[at + START] = start;
        places[at + END] = end;
        places[at + TEXT_START] = textStart;
        places[at + TEXT_END] = textEnd;
        reasons[size++] = reason;
    }

    int start(int index) {
        return places[PLACES * index + START];
    }

    int end(int index) {
        return places[PLACES * index + END];
    }

    int textStart(int index) {
        return places[PLACES * index + TEXT_START];
    }

    int textEnd(int index) {
        return places[PLACES * index + TEXT_END];
    }

    Reason reason(int index) {
        return reasons[index];
    }

    /** Growth of the text by one change, in UTF-16 units; negative where the text became shorter. */
    int growth(int index) {
        return (textEnd(index) - textStart(index)) - (end(index) - start(index));
    }

    /** Growth of the text by all changes before one, in UTF-16 units; negative where the text became shorter. */
    int growthBefore(int index) {
        return index == 0 ? 0 : textEnd(index - 1) - end(index - 1);
    }

    /** Index of the first change whose replacement ends after the offset; the size when there is none. */
    int firstEndingAfter(int textOffset) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (textEnd(middle) <= textOffset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public Change get(int index) {
        Objects.checkIndex(index, size);
        return new Change(start(index), end(index), textStart(index), textEnd(index), reason(index));
    }

    @Override
    public int size() {
        return size;
    }
}
