package dev.winnow.normalize;

/**
 * One fast look over a text that tells which steps could have something to do. A unit of any script costs one table access; a
 * trait may be reported without need, never missed.
 */
final class Census {

    /** A line end other than a line feed. */
    static final int LINE_END = 1;

    /** Control and format characters, lone surrogates, byte-order marks. */
    static final int CONTROL = 1 << 1;

    /** A special space, a tab, or white space at the end of a line. */
    static final int SPACE = 1 << 2;

    static final int LIGATURE = 1 << 3;

    /** Characters that normalisation form C may compose, reorder or replace. */
    static final int COMPOSITION = 1 << 4;

    /** Curly quotes, typographic hyphens and dashes. */
    static final int TYPOGRAPHY = 1 << 5;

    /** An ampersand with a name or a number and a semicolon behind it. */
    static final int ENTITY = 1 << 6;

    /** A lead byte and a continuation byte of UTF-8 side by side in one legacy charset. */
    static final int MOJIBAKE = 1 << 7;

    /** Several lines of the length that programs wrap text at. */
    static final int WRAPPED = 1 << 8;

    /** Worth a look: what the unit says depends on where it stands. The bits above are those of {@link LegacyPairs#bits}. */
    private static final int LOOK = ENTITY;

    /** What a unit of the table may show by itself. */
    private static final int OWN_TRAITS = LOOK - 1;

    /** Units from here to the surrogates are East Asian letters, which show nothing. */
    private static final int LIMIT = 0x3400;

    private static final int[] TABLE = table();

    /** Units read at a time: few enough to stay in the fastest cache. */
    private static final int CHUNK = 4096;

    private final String text;
    private int lineStart;
    private int lines;
    private int full;
    private int goingOn;
    private int longer;
    private int early;

    private Census(String text) {
        this.text = text;
    }

    private static int[] table() {
        int[] table = new int[LIMIT];
        for (char c = 0; c < LIMIT; c++) {
            table[c] = traitsOf(c) | LegacyPairs.bits(c);
        }
        table['\n'] |= LOOK;
        table['\r'] |= LOOK;
        table['&'] |= LOOK;
        return table;
    }

    private static int traitsOf(char c) {
        int traits = 0;
        if (c == '\r' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
            traits |= LINE_END;
        }
        if (Controls.isCandidate(c)) {
            traits |= CONTROL;
        }
        if (c == '\t' || Spaces.isSpecial(c)) {
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
        int length = text.length();
        char[] units = new char[Math.min(length, CHUNK)];
        int seen = 0;
        int traits = 0;
        int awaited = 0;
        for (int from = 0; from < length; from += units.length) {
            int count = Math.min(units.length, length - from);
            text.getChars(from, from + count, units, 0);
            for (int i = 0; i < count; i++) {
                char c = units[i];
                int entry = c < LIMIT ? TABLE[c] : c < Character.MIN_SURROGATE ? 0 : LOOK;
                seen |= entry;
                if ((entry & (awaited | LOOK)) != 0) {
                    traits |= look(c, from + i);
                }
                awaited = LegacyPairs.awaited(entry);
            }
        }
        traits |= seen & OWN_TRAITS | endLine(length);
        return WrappedLines.mayBeWrapped(full, goingOn, longer, early, lines) ? traits | WRAPPED : traits;
    }

    /** The traits of a unit that may end a line, begin an entity, complete a pair, or is a rare one. */
    private int look(char c, int at) {
        if (c == '\n' || c == '\r') {
            return endLine(at);
        }
        if (c == '&') {
            return Entities.mayBeginAt(text, at) ? ENTITY : 0;
        }
        return c >= LIMIT ? rare(c, at) : LegacyPairs.at(text, at - 1) != 0 ? MOJIBAKE : 0;
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
            goingOn += WrappedLines.goesOn(text, end) ? 1 : 0;
        } else if (width < WrappedLines.SHORTEST) {
            early += isLetter(last) && end + 2 < text.length() && beginsWithLetter(end + 1) ? 1 : 0;
        } else {
            longer += blank ? 0 : 1;
        }
        return blank ? SPACE : 0;
    }

    /** Whether a line begins with a letter that is no marker of a list. */
    private boolean beginsWithLetter(int at) {
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
