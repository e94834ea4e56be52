package dev.winnow.text;

/** Finds the end of sentences. */
public final class Sentences {

    /** Maximum length of an agency sign in UTF-16 units. A longer bracket belongs to the sentence. */
    private static final int SIGN = 16;

    private Sentences() {}

    /**
     * Returns the offset of the last character of a line, not counting what may follow the mark that ends a sentence. That is
     * closing quotes and brackets, and an agency sign in brackets or after a slash, such as {@code (AFP)}, {@code （完）} and
     * {@code /dpa}.
     *
     * @param line not empty, without white space at its ends
     */
    public static int last(CharSequence line) {
        int last = beforeClosing(line, line.length() - 1);
        if (Characters.isSentenceEnd(line.charAt(last))) {
            return last;
        }
        int sign = sign(line, last);
        int before = sign > 0 ? beforeClosing(line, beforeSpace(line, sign - 1)) : last;
        return Characters.isSentenceEnd(line.charAt(before)) ? before : last;
    }

    /** Returns the start of the agency sign that ends at an offset; 0 for none. */
    private static int sign(CharSequence line, int last) {
        boolean bracket = last + 1 < line.length();
        for (int at = last; at > 0 && last - at < SIGN; at--) {
            char c = line.charAt(at);
            if (bracket ? "([（［【".indexOf(c) >= 0 : c == '/') {
                return at;
            }
            if (!bracket && !Characters.isLetter(c)) {
                return 0;
            }
        }
        return 0;
    }

    private static int beforeClosing(CharSequence line, int from) {
        int at = from;
        while (at > 0 && Characters.isClosing(line.charAt(at))) {
            at--;
        }
        return at;
    }

    private static int beforeSpace(CharSequence line, int from) {
        int at = from;
        while (at > 0 && Characters.isSpace(line.charAt(at))) {
            at--;
        }
        return at;
    }
}
