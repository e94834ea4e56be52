package dev.winnow.source;

import java.nio.charset.Charset;

/**
 * Recognises Thai in its legacy charset (TIS-620, windows-874). There are no statistics for it, so it would be taken for
 * Chinese. Its vowel and tone signs follow strict rules of order, which bytes of other charsets break.
 */
final class ThaiSpelling {

    static final Charset CHARSET = Charset.forName("x-windows-874");

    /** Minimum number of signs; with fewer the result is no. */
    private static final int FEWEST_SIGNS = 12;

    /** Number of signs per tolerated error. */
    private static final int SIGNS_PER_ERROR = 50;

    private ThaiSpelling() {}

    static boolean fits(byte[] bytes) {
        int signs = 0;
        int errors = 0;
        int before = 0;
        for (byte signed : bytes) {
            int b = signed & 0xFF;
            boolean needsConsonant = isLeadingVowel(before);
            boolean needsBase = isMark(b);
            signs += needsConsonant || needsBase ? 1 : 0;
            errors += needsConsonant && !isConsonant(b) || needsBase && !isConsonant(before) && !isMark(before) ? 1 : 0;
            before = b;
        }
        return signs >= FEWEST_SIGNS && errors * SIGNS_PER_ERROR <= signs;
    }

    private static boolean isConsonant(int b) {
        return b >= 0xA1 && b <= 0xCE;
    }

    /** Whether the byte is a vowel that is written before its consonant. */
    private static boolean isLeadingVowel(int b) {
        return b >= 0xE0 && b <= 0xE4;
    }

    /** Whether the byte is a vowel or tone mark above or below a consonant. */
    private static boolean isMark(int b) {
        return b == 0xD1 || b >= 0xD4 && b <= 0xDA || b >= 0xE7 && b <= 0xEE;
    }
}
