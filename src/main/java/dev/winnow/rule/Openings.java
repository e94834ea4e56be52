package dev.winnow.rule;

/**
 * The beginnings of literals, by hash: their first characters, four at the most and none behind a space, and the node of the
 * automaton to which these lead. Immutable once filled.
 */
final class Openings {

    /** Longest opening, in characters. */
    static final int LONGEST = 4;

    /** Bits of an opening's first character: they tell all of ASCII apart, letters from marks too. */
    private static final int FIRST_BITS = 7;

    /** Bits of the two characters after it: they tell Latin letters apart. */
    private static final int LATER_BITS = 5;

    private static final int COARSE_BITS = FIRST_BITS + 2 * LATER_BITS;

    /**
     * Whether an opening begins with characters of these low bits: nearly every place in a text fails here, so this is kept
     * small enough for the nearest cache.
     */
    private final long[] coarse = new long[1 << COARSE_BITS - 6];

    /** For the same bits the lengths of these openings: the lowest bit stands for one character. */
    private final byte[] lengths = new byte[1 << COARSE_BITS];

    /**
     * Openings in open addressing, the first character lowest, 0 where there is none; behind each its node, so that both come
     * from one place in memory.
     */
    private final long[] openings;

    private final int mask;

    /** @param count of openings */
    Openings(int count) {
        int size = Integer.highestOneBit(Math.max(4, count)) << 2;
        openings = new long[2 * size];
        mask = openings.length - 2;
    }

    /** The opening of a literal, in the direction in which it is read. */
    static String of(String literal) {
        int space = literal.indexOf(' ');
        return literal.substring(0, Math.min(LONGEST, space < 0 ? literal.length() : space + 1));
    }

    void add(String opening, int node) {
        int length = opening.length();
        long key = 0;
        for (int i = 0; i < length; i++) {
            key |= (long) opening.charAt(i) << Character.SIZE * i;
        }
        int slot = slot(key);
        openings[slot] = key;
        openings[slot + 1] = node;
        int first = coarse(opening.charAt(0), length > 1 ? opening.charAt(1) : 0, length > 2 ? opening.charAt(2) : 0);
        int anything = 1 << Math.max(0, 3 - length) * LATER_BITS;
        for (int bits = first; bits < first + anything; bits++) {
            coarse[bits >>> 6] |= 1L << bits;
            lengths[bits] |= (byte) (1 << length - 1);
        }
    }

    /**
     * Which lengths an opening may have that stands at an offset, as bits; 0 for none. A yes may be wrong, a no never is.
     *
     * @param text folded, with zeros around it
     * @param step 1 to read forwards, -1 to read backwards
     */
    int lengthsAt(char[] text, int offset, int step) {
        int bits = coarse(text[offset], text[offset + step], text[offset + 2 * step]);
        return (coarse[bits >>> 6] >>> bits & 1) == 0 ? 0 : lengths[bits];
    }

    /** The node to which so many characters at an offset lead; negative when they are no opening. */
    int nodeAt(char[] text, int offset, int step, int length) {
        long key = text[offset];
        for (int i = 1; i < length; i++) {
            key |= (long) text[offset + i * step] << Character.SIZE * i;
        }
        int slot = slot(key);
        return openings[slot] == 0 ? -1 : (int) openings[slot + 1];
    }

    /** Where the opening is, or would be. */
    private int slot(long opening) {
        int slot = (int) (opening * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (openings[slot] != opening && openings[slot] != 0) {
            slot = slot + 2 & mask;
        }
        return slot;
    }

    private static int coarse(int first, int second, int third) {
        return (first & (1 << FIRST_BITS) - 1) << 2 * LATER_BITS
                | (second & (1 << LATER_BITS) - 1) << LATER_BITS
                | third & (1 << LATER_BITS) - 1;
    }
}
