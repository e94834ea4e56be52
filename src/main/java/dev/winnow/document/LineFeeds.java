package dev.winnow.document;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Index of the line feeds of a text. It is built once per text, because several stages read the text line by line. Immutable
 * and thread-safe.
 */
public final class LineFeeds {

    /** Average length of a line of a news page, in UTF-16 units, with its feed. */
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

    /**
     * Returns the index of the line ends of a source: line feed, carriage return, or both, as editors count lines. The feeds
     * of this index are these ends.
     */
    public static LineFeeds ofSource(String source) {
        if (source.indexOf('\r') < 0) {
            return of(source);
        }
        int[] places = IntStream.range(0, source.length())
                .filter(at -> source.charAt(at) == '\n'
                        || source.charAt(at) == '\r' && (at + 1 == source.length() || source.charAt(at + 1) != '\n'))
                .toArray();
        return new LineFeeds(places, places.length, source.length());
    }

    /** Returns the line, counted from 0, that holds an offset. A feed belongs to the line that it ends. */
    public int at(int offset) {
        int found = Arrays.binarySearch(places, 0, count, offset);
        return found < 0 ? -found - 1 : found;
    }

    /** Number of lines, with blank lines. The text after the last feed is a line too, even when it is empty. */
    public int lines() {
        return count + 1;
    }

    /** Offset of the first unit of a line. Lines are counted from 0. */
    public int start(int line) {
        return line == 0 ? 0 : places[line - 1] + 1;
    }

    /** Offset of the feed that ends a line; for the last line the length of the text. */
    public int end(int line) {
        return line == count ? length : places[line];
    }
}
