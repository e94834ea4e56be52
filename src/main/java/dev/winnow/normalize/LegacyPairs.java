package dev.winnow.normalize;

/**
 * Quick check for the legacy charsets in which neighbouring characters may be the bytes of one UTF-8 character. Results are bit
 * sets of {@link LegacyCharset#bit}.
 */
final class LegacyPairs {

    private static final int SIZE = LegacyCharset.TABLE_SIZE;

    /** For each character, the charsets in which it is the lead byte of a two-byte sequence. */
    private static final short[] LEAD_OF_TWO = new short[SIZE];

    /** For each character, the charsets in which it is the lead byte of a sequence of three or four bytes. */
    private static final short[] LEAD_OF_MORE = new short[SIZE];

    /** For each character, the charsets in which it is a continuation byte. */
    private static final short[] CONTINUATION = new short[SIZE];

    static {
        for (int i = 0; i < LegacyCharset.count(); i++) {
            LegacyCharset charset = LegacyCharset.at(i);
            for (char c = 0x80; c < SIZE; c++) {
                int b = charset.byteOf(c);
                if (LegacyCharset.isContinuation(b)) {
                    if (!commonInText(charset, c)) {
                        CONTINUATION[c] |= (short) charset.bit();
                    }
                } else if (LegacyCharset.isLead(b) && !commonBeforeLetters(charset, b)) {
                    (b < 0xE0 ? LEAD_OF_TWO : LEAD_OF_MORE)[c] |= (short) charset.bit();
                }
            }
        }
    }

    /** The lowest of the eight bits in the middle that {@link #bits} does not use. */
    static final int LOWEST_FREE_BIT = 1 << LegacyCharset.count();

    private static final int CONTINUATION_SHIFT = 32 - LegacyCharset.count();

    private static final int[] BITS = new int[SIZE];

    static {
        for (int c = 0; c < SIZE; c++) {
            BITS[c] = LEAD_OF_TWO[c] | LEAD_OF_MORE[c] | CONTINUATION[c] << CONTINUATION_SHIFT;
        }
    }

    private LegacyPairs() {}

    /**
     * Whether the character often follows letters. In KOI8-R most letters are leads, so such characters do not count; box
     * drawing is evidence enough.
     */
    private static boolean commonInText(LegacyCharset charset, char c) {
        return charset == LegacyCharset.KOI8 && "ёЁ©°·\u00A0".indexOf(c) >= 0;
    }

    /** Whether correct text often has this lead before a letter. It would make nearly every text suspicious. */
    private static boolean commonBeforeLetters(LegacyCharset charset, int b) {
        return switch (charset) {
            case MAC -> b >= 0xC7 && b <= 0xCA || b >= 0xD2 && b <= 0xD5 || b == 0xE1;
            case DOS866 -> b >= 0xE0;
            default -> false;
        };
    }

    /**
     * Returns the charsets in which a unit is a lead, as the lowest bits, and those in which it is a continuation, as the
     * highest bits.
     */
    static int bits(char c) {
        return c < SIZE ? BITS[c] : 0;
    }

    /** Whether the unit with the given bits is a lead in a charset. */
    static boolean isLead(int bits, LegacyCharset charset) {
        return (bits & charset.bit()) != 0;
    }

    /** Returns the bits of which the next unit must have at least one if the unit with the given bits begins a character. */
    static int awaited(int bits) {
        return bits << CONTINUATION_SHIFT;
    }

    /** Returns the charsets in which a UTF-8 character may begin here. */
    static int at(String text, int at) {
        if (at + 1 >= text.length()) {
            return 0;
        }
        char first = text.charAt(at);
        char second = text.charAt(at + 1);
        if (first < 0x80 || first >= SIZE || second < 0x80 || second >= SIZE) {
            return 0;
        }
        int both = LEAD_OF_TWO[first] & CONTINUATION[second];
        int more = LEAD_OF_MORE[first] & CONTINUATION[second];
        if (more != 0) {
            char third = at + 2 < text.length() ? text.charAt(at + 2) : 0;
            if (third >= 0x80 && third < SIZE) {
                both |= more & CONTINUATION[third];
            } else if (third == '\uFFFD' || third == '?') {
                both |= more;
            }
        }
        return both & 0xFFFF;
    }
}
