package dev.winnow.rule;

/**
 * Tells quickly that no literal begins somewhere: holds the first characters of all literals, four at the most and none
 * behind a space. A yes may be wrong, a no never is.
 */
final class Openings {

    private static final int LONGEST = 4;
    private static final int HASH_BITS = 17;

    /** The openings, hashed. */
    private final long[] bits = new long[1 << HASH_BITS - 6];

    private boolean shortOnes;

    /** Adds a literal, in the direction in which it is read. */
    void add(String literal) {
        int space = literal.indexOf(' ');
        int length = Math.min(LONGEST, space < 0 ? literal.length() : space + 1);
        long opening = 0;
        for (int i = 0; i < length; i++) {
            opening |= (long) literal.charAt(i) << Character.SIZE * i;
        }
        shortOnes |= length == 1;
        int hash = hash(opening);
        bits[hash >>> 6] |= 1L << hash;
    }

    /**
     * Whether a literal may begin at an offset. All lengths are looked up without a branch between them, since which one fits
     * cannot be foreseen and a wrong guess costs the processor more than the looks.
     *
     * @param line folded, with zeros around it
     * @param step 1 to read forwards, -1 to read backwards
     */
    boolean at(char[] line, int offset, int step) {
        long one = line[offset];
        long two = one | (long) line[offset + step] << 16;
        long three = two | (long) line[offset + 2 * step] << 32;
        long four = three | (long) line[offset + 3 * step] << 48;
        long found = look(two) | look(three) | look(four);
        return (found & 1) != 0 || shortOnes && (look(one) & 1) != 0;
    }

    /** The lowest bit says whether the opening is among the added ones. */
    private long look(long opening) {
        int hash = hash(opening);
        return bits[hash >>> 6] >>> hash;
    }

    private static int hash(long opening) {
        return (int) (opening * 0x9E3779B97F4A7C15L >>> 64 - HASH_BITS);
    }
}
