package dev.winnow.rule;

/**
 * Tells quickly that no literal begins somewhere: holds the first characters of all literals, three at the most and none
 * behind a space, hashed to 16 bits. A yes may be wrong, a no never is.
 */
final class Openings {

    private static final char END = '\0';

    private final long[] bits = new long[1 << 10];
    private boolean ofOne;
    private boolean ofTwo;

    /** Adds a literal, in the direction in which it is read. */
    void add(String literal) {
        char first = literal.charAt(0);
        char second = literal.length() > 1 ? literal.charAt(1) : END;
        char third = literal.length() > 2 && second != ' ' ? literal.charAt(2) : END;
        ofOne |= second == END;
        ofTwo |= second != END && third == END;
        int bit = bit(first, second, third);
        bits[bit >>> 6] |= 1L << bit;
    }

    /**
     * Whether a literal may begin at an offset.
     *
     * @param step 1 to read forwards, -1 to read backwards
     * @param first the folded character at the offset
     */
    boolean at(String line, int offset, int step, char first) {
        char second = folded(line, offset + step);
        if (ofOne && has(first, END, END) || ofTwo && has(first, second, END)) {
            return true;
        }
        return second != ' ' && has(first, second, folded(line, offset + 2 * step));
    }

    private static char folded(String line, int offset) {
        return offset >= 0 && offset < line.length() ? Fold.of(line.charAt(offset)) : END;
    }

    private boolean has(char first, char second, char third) {
        int bit = bit(first, second, third);
        return (bits[bit >>> 6] & 1L << bit) != 0;
    }

    private static int bit(char first, char second, char third) {
        return ((first * 31 + second) * 31 + third) * 0x9E3779B1 >>> 16;
    }
}
