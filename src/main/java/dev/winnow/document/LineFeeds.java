package dev.winnow.document;

import java.util.Arrays;

/**
 * Where the line feeds of a text stand. Found once for a text, since several stages go through it line by line. Immutable and
 * thread-safe.
 */
public final class LineFeeds {

    /** Units of a line with its feed, on average over news pages. */
    private static final int USUAL_LINE = 40;

    private final int[] places;
    private final int count;
    private final int length;

    private LineFeeds(int[] places, int count, int length) {
        this.places = places;
        this.count = count;
        this.length = length;
    }

    static LineFeeds of(String text) {
        int[] places = new int[text.length() / USUAL_LINE + 8];
        int count = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == places.length) {
                places = Arrays.copyOf(places, 2 * count);
            }
            places[count++] = at;
        }
        return new LineFeeds(places, count, text.length());
    }

    /** Number of lines, blank ones too; what stands behind the last feed is one, be it empty. */
    public int lines() {
        return count + 1;
    }

    /** Offset at which a line begins. */
    public int start(int line) {
        return line == 0 ? 0 : places[line - 1] + 1;
    }

    /** Offset of the feed that ends a line; that behind the text for the last one. */
    public int end(int line) {
        return line == count ? length : places[line];
    }
}
