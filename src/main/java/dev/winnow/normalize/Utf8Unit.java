package dev.winnow.normalize;

/** One character of UTF-8 that was read as characters of a legacy charset. A cursor that {@link #read} fills. Not thread-safe. */
final class Utf8Unit {

    static final char LOST = '\uFFFD';

    private final String text;

    /** The decoded character; U+FFFD where one of its bytes is lost. */
    int codePoint;

    /** Offset of the first unit after the sequence. */
    int end;

    /** Whether a byte is lost: replaced by U+FFFD or a question mark, or missing. */
    boolean lossy;

    /** Whether a plain space was read as the no-break space, byte 0xA0. */
    boolean spaced;

    private int accepted;
    private int lost;

    Utf8Unit(String text) {
        this.text = text;
    }

    /**
     * Reads one character, strictly: no overlong forms, nothing past U+10FFFF, surrogates only in pairs (CESU-8).
     *
     * @param damaged whether a plain space may stand for byte 0xA0
     * @return false if no valid character begins here
     */
    boolean read(int at, LegacyCharset charset, boolean damaged) {
        lossy = false;
        spaced = false;
        accepted = 0;
        lost = 0;
        int lead = charset.byteOf(text.charAt(at));
        if (!LegacyCharset.isLead(lead)) {
            return false;
        }
        if (damaged && isCutQuote(at, lead, charset)) {
            codePoint = '”';
            end = at + 2;
            lossy = true;
            return true;
        }
        int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        int value = continuations(at + 1, more, lead & (0x3F >> more), charset, lead, damaged || lead == 0xED);
        if (value < 0) {
            return false;
        }
        end = at + 1 + more;
        if (lost > 0) {
            codePoint = LOST;
            lossy = true;
            return more > 1 ? accepted > 0 : true;
        }
        codePoint = value;
        if (value >= 0xD800 && value <= 0xDFFF) {
            return lowSurrogate(value, charset);
        }
        return (more == 1 || value >= (more == 2 ? 0x800 : 0x10000)) && value <= Character.MAX_CODE_POINT;
    }

    /**
     * Whether the bytes E2 80 stand here without a third byte. Only the closing quote can lose its last byte without a trace:
     * it is common, and that byte is undefined in Windows-1252.
     */
    private boolean isCutQuote(int at, int lead, LegacyCharset charset) {
        if (lead != 0xE2 || at + 1 >= text.length() || text.charAt(at + 1) != '€' || charset.byteOf('€') != 0x80) {
            return false;
        }
        char third = at + 2 < text.length() ? text.charAt(at + 2) : '\n';
        return third < 0x80 && third != '?';
    }

    private int continuations(int from, int count, int start, LegacyCharset charset, int lead, boolean spaceAllowed) {
        int value = start;
        for (int i = 0; i < count; i++) {
            if (from + i >= text.length()) {
                return -1;
            }
            char c = text.charAt(from + i);
            int b = charset.byteOf(c);
            if (LegacyCharset.isContinuation(b)) {
                accepted++;
            } else if (c == LOST || c == '?' && i == 1 && lead == 0xE2 && value == 0x80) {
                lost++;
                b = 0;
            } else if (c == ' ' && spaceAllowed) {
                b = 0xA0;
                spaced = true;
            } else {
                return -1;
            }
            value = value << 6 | b & 0x3F;
        }
        return value;
    }

    private boolean lowSurrogate(int high, LegacyCharset charset) {
        if (high > 0xDBFF || end >= text.length() || charset.byteOf(text.charAt(end)) != 0xED) {
            return false;
        }
        int low = continuations(end + 1, 2, 0xD, charset, 0xED, false);
        if (low < 0xDC00 || low > 0xDFFF || lost > 0) {
            return false;
        }
        codePoint = Character.toCodePoint((char) high, (char) low);
        end += 3;
        return true;
    }
}
