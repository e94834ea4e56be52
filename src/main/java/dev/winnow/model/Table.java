package dev.winnow.model;

/**
 * Numbers that describe the lines of a page, one row for each line. Empty rows before the first and after the last line let trees
 * read lines above and below without a check. For one thread.
 */
final class Table {

    /** Number of empty rows above the first line and below the last: the maximum distance of features. */
    static final int MARGIN = 4;

    /** Largest number whose thousandfold fits into 32 bits. */
    private static final int SHORT = Integer.MAX_VALUE / 1000;

    private final int width;
    private final short[] cells;

    Table(int lines, int width) {
        this.width = width;
        this.cells = new short[(lines + 2 * MARGIN) * width];
    }

    int width() {
        return width;
    }

    short[] cells() {
        return cells;
    }

    /** Returns the index of the first cell of a line's row. */
    int row(int line) {
        return (line + MARGIN) * width;
    }

    int get(int line, int column) {
        return cells[row(line) + column];
    }

    /** Sets a number. A number outside of the range of a short is cut to its nearest end. */
    void set(int line, int column, int value) {
        cells[row(line) + column] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    }

    /** Returns a part of a whole in thousandths; 0 if the whole is 0. */
    static int share(long part, long whole) {
        if (whole <= 0) {
            return 0;
        }
        // A 64-bit division takes several times as long.
        return part >= 0 && part <= SHORT && whole <= Integer.MAX_VALUE
                ? 1000 * (int) part / (int) whole
                : (int) (1000 * part / whole);
    }

    /**
     * Returns eight times the base-2 logarithm of the value plus one, as a whole number. Three binary digits after the leading
     * one are used.
     */
    static int log(long value) {
        long more = Math.max(0, value) + 1;
        int whole = Long.SIZE - 1 - Long.numberOfLeadingZeros(more);
        return 8 * whole + (int) (whole < 3 ? more << 3 - whole & 7 : more >>> whole - 3 & 7);
    }
}
