package dev.winnow.source.html;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.parser.Parser;

/**
 * Resolves character references as a browser does, also those without a semicolon. It caches the references of one document,
 * because a page has few different ones. Not thread-safe.
 */
final class CharacterReferences {

    /** Maximum length of a reference. The longest name, {@code CounterClockwiseContourIntegral}, has 31 letters. */
    private static final int LONGEST = 40;

    /** Maximum number of cached references. */
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
     * @param length number of UTF-16 units in the source
     * @param value the text it stands for
     */
    record Reference(int length, String value) {
        boolean isNone() {
            return length == 1;
        }
    }

    /**
     * Returns the reference that begins with the ampersand at an offset and ends before {@code limit}. A plain ampersand stands
     * for itself.
     */
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
        // A name without a semicolon may be the beginning of a longer word. A common end of word and value does not
        // belong to the reference.
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
