package dev.winnow.source.html;

import java.io.CharArrayReader;
import java.io.Reader;
import java.util.Arrays;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;

/**
 * A page without what nobody reads: to parse that takes two thirds of the time, since attributes, programs, styles and comments
 * are most of a page. Tags, text and the attributes that are read stay as they are, so that the tree is the same. Knows the way
 * back to the source. For one page; not thread-safe.
 */
final class Abridgement {

    /** So many cuts further on are looked at one by one: mostly the next place lies just behind the last. */
    private static final int STEPS = 16;

    private final String source;
    private final int begin;
    private char[] text;

    /** Where cuts begin and end in the source. */
    private int[] starts = new int[256];

    private int[] ends = new int[256];
    private int cuts;

    /** For each cut its place in the text. */
    private final int[] places;

    /** How many cuts lie at or before the place asked for last. */
    private int passed;

    /**
     * Abridges a page.
     *
     * @param begin where to begin; what lies before is left out
     */
    Abridgement(String source, int begin, ReadAttributes attributes) {
        this.source = source;
        this.begin = begin;
        new Abridger(source, attributes, this).abridge(begin);
        this.places = new int[cuts];
        this.text = left();
    }

    /** Notes that a stretch is left out; it begins at or behind the end of the one before. */
    void cut(int from, int to) {
        if (from == to) {
            return;
        }
        if (cuts > 0 && ends[cuts - 1] == from) {
            ends[cuts - 1] = to;
            return;
        }
        if (cuts == starts.length) {
            starts = Arrays.copyOf(starts, 2 * cuts);
            ends = Arrays.copyOf(ends, 2 * cuts);
        }
        starts[cuts] = from;
        ends[cuts++] = to;
    }

    private char[] left() {
        int length = source.length() - begin;
        for (int i = 0; i < cuts; i++) {
            length -= ends[i] - starts[i];
        }
        char[] left = new char[length];
        int from = begin;
        int place = 0;
        for (int i = 0; i < cuts; i++) {
            source.getChars(from, starts[i], left, place);
            place += starts[i] - from;
            places[i] = place;
            from = ends[i];
        }
        source.getChars(from, source.length(), left, place);
        return left;
    }

    /** What is left, to be read once. */
    Reader reader() {
        char[] once = text;
        text = new char[0];
        return new CharArrayReader(once);
    }

    /** Where in the source what stands at a place of the text begins. */
    int start(int place) {
        for (int i = 0; i < STEPS; i++) {
            if (passed < cuts && places[passed] <= place) {
                passed++;
            } else if (passed > 0 && places[passed - 1] > place) {
                passed--;
            } else {
                return inSource(place);
            }
        }
        int found = Arrays.binarySearch(places, place);
        passed = found >= 0 ? found + 1 : -found - 1;
        return inSource(place);
    }

    private int inSource(int place) {
        return passed == 0 ? begin + place : ends[passed - 1] + place - places[passed - 1];
    }

    /** Where in the source what stands before a place of the text ends. */
    int end(int place) {
        return place == 0 ? begin : start(place - 1) + 1;
    }

    /** What stands in an element of which the content is no markup, also where it was left out. */
    String data(Element element) {
        String data = element.data();
        Range close = element.endSourceRange();
        if (!data.isEmpty() || !close.isTracked()) {
            return data;
        }
        // Of an end tag behind such content the library knows only where it ends.
        int from = end(element.sourceRange().endPos());
        return source.substring(from, Math.max(from, source.lastIndexOf("</", end(close.endPos()) - 1)));
    }
}
