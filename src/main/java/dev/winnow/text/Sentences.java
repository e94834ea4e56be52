package dev.winnow.text;

/** Where sentences end. */
public final class Sentences {

    /** Signs of agencies are short; a longer bracket is a sentence's own. */
    private static final int SIGN = 16;

    private Sentences() {}

    /**
     * The last character of a line but for what may stand behind the mark that ends a sentence: quotes and brackets that close, and the
     * sign of an agency, in brackets or behind a slash, such as {@code (AFP)}, {@code （完）} and {@code /dpa}.
     *
     * @param line not empty, without white space at its ends
     * @return its offset
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

    /** Where the sign begins that ends there; 0 for none. */
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
