package dev.winnow.source;

import java.nio.charset.Charset;

/**
 * Recognises Thai in its legacy charset (TIS-620, windows-874), which has no statistics and else passes for Chinese: its signs
 * stand only where its script lets them, which bytes of other charsets do not keep to.
 */
final class ThaiSpelling {

    static final Charset CHARSET = Charset.forName("x-windows-874");

    /** Signs that make a case. */
    private static final int FEWEST_SIGNS = 12;

    /** Of so many signs one may stand wrong. */
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

    /** Vowels that are written before the consonant after which they are spoken. */
    private static boolean isLeadingVowel(int b) {
        return b >= 0xE0 && b <= 0xE4;
    }

    /** Vowels and tones above and below a consonant. */
    private static boolean isMark(int b) {
        return b == 0xD1 || b >= 0xD4 && b <= 0xDA || b >= 0xE7 && b <= 0xEE;
    }
}
