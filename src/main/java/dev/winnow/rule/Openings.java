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

    /** Nodes have smaller numbers. */
    private static final long ENDS = 1L << 31;

    private static final int NEXT_SHIFT = Integer.SIZE;
    /** Characters that share their lowest bits are taken for the same. */
    private static final int NEXT_BITS = 32;

    private static final int COARSE_BITS = FIRST_BITS + 2 * LATER_BITS;

    /**
     * Whether an opening begins with characters of these low bits: nearly every place in a text fails here, so this is kept
     * small enough for the nearest cache.
     */
    private final long[] coarse = new long[1 << COARSE_BITS - 6];

    /** For the bits of the first two characters the lengths of openings: the lowest bit stands for one character. */
    private final byte[] lengths = new byte[1 << COARSE_BITS - LATER_BITS];

    /**
     * Openings in open addressing, the first character lowest, 0 where there is none; behind each its {@link #goal}, so that all
     * comes from one place in memory.
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

    /**
     * Where an opening leads: its node, whether a literal ends there, and by what characters literals go on.
     *
     * @param node at least 1
     * @param next the characters that go on
     */
    static long goal(int node, boolean ends, Iterable<Character> next) {
        long goal = ends ? node | ENDS : node;
        for (char c : next) {
            goal |= 1L << NEXT_SHIFT + (c & NEXT_BITS - 1);
        }
        return goal;
    }

    static int node(long goal) {
        return (int) (goal & ENDS - 1);
    }

    static boolean ends(long goal) {
        return (goal & ENDS) != 0;
    }

    /** Whether a literal may go on by a character: a yes may be wrong, a no never is. */
    static boolean mayGoOn(long goal, char c) {
        return (goal >>> NEXT_SHIFT + (c & NEXT_BITS - 1) & 1) != 0;
    }

    /** @param goal see {@link #goal} */
    void add(String opening, long goal) {
        int length = opening.length();
        long key = 0;
        for (int i = 0; i < length; i++) {
            key |= (long) opening.charAt(i) << Character.SIZE * i;
        }
        int slot = slot(key);
        openings[slot] = key;
        openings[slot + 1] = goal;
        int first = coarse(opening.charAt(0), length > 1 ? opening.charAt(1) : 0, length > 2 ? opening.charAt(2) : 0);
        int anything = 1 << Math.max(0, 3 - length) * LATER_BITS;
        for (int bits = first; bits < first + anything; bits++) {
            coarse[bits >>> 6] |= 1L << bits;
            lengths[bits >>> LATER_BITS] |= (byte) (1 << length - 1);
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
        return (coarse[bits >>> 6] >>> bits & 1) == 0 ? 0 : lengths[bits >>> LATER_BITS];
    }

    /**
     * Keeps of some places those where an opening may stand that is read forwards, in the same array; returns how many these
     * are. Without a branch for each: which ones they are cannot be foreseen.
     */
    int likely(char[] text, int[] places, int count) {
        long[] known = coarse;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int place = places[i];
            int bits = coarse(text[place], text[place + 1], text[place + 2]);
            places[kept] = place;
            kept += (int) (known[bits >>> 6] >>> bits) & 1;
        }
        return kept;
    }

    /** The goal to which so many characters at an offset lead; 0 when they are no opening. */
    long goalAt(char[] text, int offset, int step, int length) {
        long key = text[offset];
        for (int i = 1; i < length; i++) {
            key |= (long) text[offset + i * step] << Character.SIZE * i;
        }
        int slot = slot(key);
        return openings[slot] == 0 ? 0 : openings[slot + 1];
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
