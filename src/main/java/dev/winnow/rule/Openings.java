package dev.winnow.rule;

/**
 * Tells quickly that no literal begins somewhere: holds the first characters of all literals, four at the most and none
 * behind a space. A yes may be wrong, a no never is.
 */
final class Openings {

    private static final int LOW_BITS = 5;
    private static final int LOW = (1 << LOW_BITS) - 1;
    private static final int HASH_BITS = 17;

    /**
     * Whether an opening begins with characters of these low five bits, which tell Latin letters apart. Small enough for the
     * nearest cache, and nearly all words fail here.
     */
    private final long[] coarse = new long[1 << 3 * LOW_BITS - 6];

    /** Whole openings, hashed. */
    private final long[] fine = new long[1 << HASH_BITS - 6];

    /** Adds a literal, in the direction in which it is read. */
    void add(String literal) {
        int space = literal.indexOf(' ');
        int length = Math.min(4, space < 0 ? literal.length() : space + 1);
        long opening = 0;
        for (int i = 0; i < length; i++) {
            opening |= (long) literal.charAt(i) << Character.SIZE * i;
        }
        int hash = hash(opening);
        fine[hash >>> 6] |= 1L << hash;
        int anything = Math.max(0, 3 - length) * LOW_BITS;
        int first = coarse(literal.charAt(0), length > 1 ? literal.charAt(1) : 0, length > 2 ? literal.charAt(2) : 0);
        for (int bit = first; bit < first + (1 << anything); bit++) {
            coarse[bit >>> 6] |= 1L << bit;
        }
    }

    /**
     * Whether a literal may begin at an offset.
     *
     * @param line folded, with zeros around it
     * @param step 1 to read forwards, -1 to read backwards
     */
    boolean at(char[] line, int offset, int step) {
        int bit = coarse(line[offset], line[offset + step], line[offset + 2 * step]);
        return (coarse[bit >>> 6] >>> bit & 1) != 0 && fine(line, offset, step);
    }

    private boolean fine(char[] line, int offset, int step) {
        long one = line[offset];
        long two = one | (long) line[offset + step] << 16;
        long three = two | (long) line[offset + 2 * step] << 32;
        long four = three | (long) line[offset + 3 * step] << 48;
        return ((look(one) | look(two) | look(three) | look(four)) & 1) != 0;
    }

    /** The lowest bit says whether the opening is among the added ones. */
    private long look(long opening) {
        int hash = hash(opening);
        return fine[hash >>> 6] >>> hash;
    }

    private static int hash(long opening) {
        return (int) (opening * 0x9E3779B97F4A7C15L >>> 64 - HASH_BITS);
    }

    private static int coarse(int first, int second, int third) {
        return (first & LOW) << 2 * LOW_BITS | (second & LOW) << LOW_BITS | third & LOW;
    }
}
