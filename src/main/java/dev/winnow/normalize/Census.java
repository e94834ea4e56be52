package dev.winnow.normalize;

/**
 * One fast look over a text that tells which steps could have something to do. Most units of most texts cost one table
 * access; a trait may be reported without need, never missed.
 */
final class Census {

    /** A line end other than a line feed. */
    static final int LINE_END = 1;

    /** An ampersand with a name or a number and a semicolon behind it. */
    static final int ENTITY = 1 << 1;

    /** Control and format characters, lone surrogates, byte-order marks. */
    static final int CONTROL = 1 << 2;

    /** A special space, a tab, or white space at the end of a line. */
    static final int SPACE = 1 << 3;

    static final int LIGATURE = 1 << 4;

    /** Characters that normalisation form C may compose, reorder or replace. */
    static final int COMPOSITION = 1 << 5;

    /** Curly quotes, typographic hyphens and dashes. */
    static final int TYPOGRAPHY = 1 << 6;

    /** A lead byte and a continuation byte of UTF-8 side by side in one legacy charset. */
    static final int MOJIBAKE = 1 << 7;

    /** Several lines of the length that programs wrap text at. */
    static final int WRAPPED = 1 << 8;

    /** Traits a unit shows by itself. */
    private static final int TRAITS = (1 << 9) - 1;

    /** Worth a look: the unit may end a line or complete a pair. */
    private static final int LOOK = 1 << 9;

    private static final int LIMIT = LegacyCharset.TABLE_SIZE;
    private static final int[] TABLE = table();

    private final String text;
    private int lineStart;
    private int lines;
    private int full;
    private int longer;
    private int early;

    private Census(String text) {
        this.text = text;
    }

    private static int[] table() {
        int[] table = new int[LIMIT];
        for (int c = 0; c < 0x20; c++) {
            table[c] = c == '\t' ? SPACE | LOOK : CONTROL | LOOK;
        }
        table['\n'] = LOOK;
        table['\r'] = LINE_END | LOOK;
        table['\u000B'] = LINE_END | LOOK;
        table['\f'] = LINE_END | LOOK;
        table['&'] = LOOK;
        for (int c = 0x7F; c < LIMIT; c++) {
            int traits = traitsOf((char) c);
            table[c] = traits == 0 ? 0 : traits | LOOK;
        }
        for (int i = 0; i < LegacyCharset.count(); i++) {
            LegacyCharset charset = LegacyCharset.at(i);
            for (char c = 0x80; c < LIMIT; c++) {
                int b = charset.byteOf(c);
                if (LegacyCharset.isContinuation(b)) {
                    table[c] |= LOOK;
                }
            }
        }
        return table;
    }

    private static int traitsOf(char c) {
        int traits = 0;
        if (c == '\u0085' || c == '\u2028' || c == '\u2029') {
            traits |= LINE_END;
        }
        if (Controls.isCandidate(c)) {
            traits |= CONTROL;
        }
        if (Spaces.isSpecial(c)) {
            traits |= SPACE;
        }
        if (c >= '\uFB00' && c <= '\uFB06') {
            traits |= LIGATURE;
        }
        if (Nfc.isSuspect(c)) {
            traits |= COMPOSITION;
        }
        if (c >= '\u2010' && c <= '\u201F' || c == '\u2212') {
            traits |= TYPOGRAPHY;
        }
        return traits;
    }

    /** The traits of a text as bits. */
    static int of(String text) {
        return new Census(text).traits();
    }

    private int traits() {
        int traits = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < LIMIT) {
                int entry = TABLE[c];
                if (entry == 0) {
                    continue;
                }
                traits |= entry & TRAITS;
                if (c == '\n' || c == '\r') {
                    traits |= endLine(i);
                } else if (c == '&') {
                    traits |= Entities.mayBeginAt(text, i) ? ENTITY : 0;
                } else if (c >= 0x80 && (traits & MOJIBAKE) == 0 && i > 0 && LegacyPairs.at(text, i - 1) != 0) {
                    traits |= MOJIBAKE;
                }
            } else if (c < '\u3400' || c >= Character.MIN_SURROGATE) {
                traits |= rare(c, i);
            }
        }
        traits |= endLine(length);
        return WrappedLines.mayBeWrapped(full, longer, early, lines) ? traits | WRAPPED : traits;
    }

    private int rare(char c, int at) {
        if (!Character.isSurrogate(c)) {
            return traitsOf(c);
        }
        if (Character.isHighSurrogate(c)) {
            boolean pair = at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
            return pair ? supplementary(c) : CONTROL;
        }
        return at > 0 && Character.isHighSurrogate(text.charAt(at - 1)) ? 0 : CONTROL;
    }

    /** Counts the line that ends here and returns the trait its end shows. */
    private int endLine(int end) {
        int width = end - lineStart;
        lineStart = end + 1;
        if (width == 0) {
            return 0;
        }
        lines++;
        char last = text.charAt(end - 1);
        boolean blank = isBlank(last);
        if (WrappedLines.isFullLength(width)) {
            full++;
        } else if (width < WrappedLines.SHORTEST) {
            early += isLetter(last) && end + 2 < text.length() && goesOn(end + 1) ? 1 : 0;
        } else {
            longer += blank ? 0 : 1;
        }
        return blank ? SPACE : 0;
    }

    /** Whether a line begins with a letter that is no marker of a list. */
    private boolean goesOn(int at) {
        return isLetter(text.charAt(at)) && text.charAt(at + 1) != ')';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static int supplementary(char high) {
        // Emoji and pictographs have no composition; tag characters live in plane 14.
        return high >= '\uD83C' && high <= '\uD83E' ? 0 : high >= '\uDB40' ? CONTROL : COMPOSITION;
    }
}
