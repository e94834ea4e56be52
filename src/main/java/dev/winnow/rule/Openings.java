package dev.winnow.rule;

/**
 * Tells quickly that no literal begins somewhere: holds the first characters of all literals, four at the most and none
 * behind a space, hashed to 17 bits. A yes may be wrong, a no never is.
 */
final class Openings {

    private static final char END = '\0';

    private final long[] bits = new long[1 << 11];
    private boolean ofOne;
    private boolean ofTwo;
    private boolean ofThree;

    /** Adds a literal, in the direction in which it is read. */
    void add(String literal) {
        int space = literal.indexOf(' ');
        int length = Math.min(4, space < 0 ? literal.length() : space + 1);
        ofOne |= length == 1;
        ofTwo |= length == 2;
        ofThree |= length == 3;
        int bit = bit(
                literal.charAt(0),
                length > 1 ? literal.charAt(1) : END,
                length > 2 ? literal.charAt(2) : END,
                length > 3 ? literal.charAt(3) : END);
        bits[bit >>> 6] |= 1L << bit;
    }

    /**
     * Whether a literal may begin at an offset.
     *
     * @param step 1 to read forwards, -1 to read backwards
     * @param first the folded character at the offset, no space
     */
    boolean at(String line, int offset, int step, char first) {
        char second = folded(line, offset + step);
        if (ofOne && has(first, END, END, END) || ofTwo && has(first, second, END, END)) {
            return true;
        }
        if (second == ' ') {
            return false;
        }
        char third = folded(line, offset + 2 * step);
        if (ofThree && has(first, second, third, END)) {
            return true;
        }
        return third != ' ' && has(first, second, third, folded(line, offset + 3 * step));
    }

    private static char folded(String line, int offset) {
        return offset >= 0 && offset < line.length() ? Fold.of(line.charAt(offset)) : END;
    }

    private boolean has(char first, char second, char third, char fourth) {
        int bit = bit(first, second, third, fourth);
        return (bits[bit >>> 6] & 1L << bit) != 0;
    }

    private static int bit(char first, char second, char third, char fourth) {
        return (((first * 31 + second) * 31 + third) * 31 + fourth) * 0x9E3779B1 >>> 15;
    }
}
