package dev.winnow.source.html;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.parser.Parser;

/**
 * Reads character references as a browser does, also those without a semicolon. Remembers those of one document, since a page
 * has few different ones. Not thread-safe.
 */
final class CharacterReferences {

    /** The longest name, {@code CounterClockwiseContourIntegral}, has 31 letters; longer runs of letters are none. */
    private static final int LONGEST = 40;

    /** Different ones that are remembered. */
    private static final int MOST = 1_000;

    private static final Reference NONE = new Reference(1, "&");

    private final String source;
    private final Map<String, Reference> known = new HashMap<>();

    CharacterReferences(String source) {
        this.source = source;
    }

    /**
     * A reference.
     *
     * @param length UTF-16 units it takes in the source
     * @param value the text it stands for
     */
    record Reference(int length, String value) {
        boolean isNone() {
            return length == 1;
        }
    }

    /** The reference that begins with the ampersand at a place, before {@code limit}; a plain ampersand stands for itself. */
    Reference at(int ampersand, int limit) {
        int most = Math.min(limit, ampersand + LONGEST);
        int end = ampersand + 1;
        if (end < most && source.charAt(end) == '#') {
            end++;
        }
        while (end < most && isAlphanumeric(source.charAt(end))) {
            end++;
        }
        if (end == ampersand + 1) {
            return NONE;
        }
        if (end < limit && source.charAt(end) == ';') {
            end++;
        }
        String written = source.substring(ampersand, end);
        Reference reference = known.get(written);
        if (reference == null) {
            reference = read(written);
            if (known.size() < MOST) {
                known.put(written, reference);
            }
        }
        return reference;
    }

    private static Reference read(String written) {
        String value = Parser.unescapeEntities(written, false);
        if (value.equals(written)) {
            return NONE;
        }
        // A name without a semicolon may be the beginning of a longer word: what both end with was not part of it.
        int rest = 0;
        while (rest < value.length()
                && value.charAt(value.length() - 1 - rest) == written.charAt(written.length() - 1 - rest)) {
            rest++;
        }
        return new Reference(written.length() - rest, value.substring(0, value.length() - rest));
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
