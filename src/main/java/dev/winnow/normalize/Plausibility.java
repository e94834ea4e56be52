package dev.winnow.normalize;

/** Tells how likely a character is as the result of repairing mojibake. */
final class Plausibility {

    /** Never accepted: unassigned, private use. */
    static final int NONE = 0;

    /** Accepted only among sure characters. */
    static final int RARE = 1;

    /** Accepted with good evidence. */
    static final int FAIR = 2;

    /** Characters of everyday writing. */
    static final int COMMON = 3;

    /** First code points of ranges with their level, ascending. A range ends before the next one. */
    private static final int[][] RANGES = {
        {0x0000, NONE},
        {0x0080, RARE},
        {0x00A0, COMMON},
        {0x0120, RARE},
        {0x0122, COMMON},
        {0x0180, RARE},
        {0x018F, FAIR},
        {0x0190, RARE},
        {0x0192, FAIR},
        {0x0193, RARE},
        {0x01A0, COMMON},
        {0x01A2, RARE},
        {0x01AF, COMMON},
        {0x01B1, RARE},
        {0x01CD, FAIR},
        {0x01DD, RARE},
        {0x0218, COMMON},
        {0x021C, RARE},
        {0x0259, FAIR},
        {0x025A, RARE},
        {0x02BB, FAIR},
        {0x02BD, RARE},
        {0x02C6, FAIR},
        {0x02DE, RARE},
        {0x0300, FAIR},
        {0x0370, RARE},
        {0x0386, COMMON},
        {0x03CF, RARE},
        {0x0400, COMMON},
        {0x0460, RARE},
        {0x0490, COMMON},
        {0x0492, FAIR},
        {0x04EA, RARE},
        {0x05B0, FAIR},
        {0x05D0, COMMON},
        {0x05EB, RARE},
        {0x0600, FAIR},
        {0x060C, COMMON},
        {0x0700, RARE},
        {0x0900, FAIR},
        {0x0F00, RARE},
        {0x1000, FAIR},
        {0x1100, RARE},
        {0x1780, FAIR},
        {0x1800, RARE},
        {0x1E00, FAIR},
        {0x1EA0, COMMON},
        {0x1EFA, RARE},
        {0x1F00, FAIR},
        {0x2000, FAIR},
        {0x200B, COMMON},
        {0x2028, FAIR},
        {0x202F, COMMON},
        {0x2035, FAIR},
        {0x2039, COMMON},
        {0x203B, FAIR},
        {0x20A0, COMMON},
        {0x20C0, RARE},
        {0x2100, FAIR},
        {0x2116, COMMON},
        {0x2117, FAIR},
        {0x2122, COMMON},
        {0x2123, FAIR},
        {0x2C00, RARE},
        {0x3000, COMMON},
        {0x3020, RARE},
        {0x3041, FAIR},
        {0x3100, RARE},
        {0x4E00, FAIR},
        {0xA000, RARE},
        {0xAC00, FAIR},
        {0xD7A4, NONE},
        {0xF900, RARE},
        {0xFB00, COMMON},
        {0xFB07, RARE},
        {0xFE0E, COMMON},
        {0xFE10, RARE},
        {0xFEFF, COMMON},
        {0xFF61, RARE},
        {0xFFFD, COMMON},
        {0xFFFE, NONE},
        {0x10000, RARE},
        {0x1D400, FAIR},
        {0x1D800, RARE},
        {0x1F000, COMMON},
        {0x1FB00, RARE},
        {0xE0000, NONE},
    };

    /** Spacing accents and rare symbols of Latin-1: seldom the right result. */
    private static final String SELDOM = "¤¦¨¬¯¸×÷";

    private Plausibility() {}

    static int of(int codePoint) {
        if (codePoint >= 0xA0 && !Character.isDefined(codePoint)) {
            return NONE;
        }
        if (codePoint < 0x100 && SELDOM.indexOf(codePoint) >= 0) {
            return FAIR;
        }
        int low = 0;
        int high = RANGES.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (RANGES[middle][0] <= codePoint) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return RANGES[low][1];
    }

    /** Returns a number for the family of scripts of a code point; 0 for Latin and for characters that all scripts share. */
    static int script(int codePoint) {
        if (codePoint < 0x0370 || codePoint >= 0x1E00 && codePoint < 0x1F00) {
            return 0;
        }
        if (codePoint < 0x0400) {
            return 1;
        }
        if (codePoint < 0x0530) {
            return 2;
        }
        if (codePoint < 0x0590) {
            return 3;
        }
        if (codePoint < 0x0600) {
            return 4;
        }
        if (codePoint < 0x0780) {
            return 5;
        }
        if (codePoint < 0x1100) {
            return 6 + (codePoint >> 7);
        }
        boolean eastAsian = codePoint >= 0x3000 && codePoint < 0xA000
                || codePoint >= 0xAC00 && codePoint < 0xD7A4
                || codePoint >= 0xFF01 && codePoint < 0xFF61;
        return eastAsian ? 100 : codePoint >= 0x1F00 && codePoint < 0x2000 ? 1 : 0;
    }
}
