package dev.winnow.model;

/**
 * Numbers that describe the lines of a page: a row for each line, with empty rows around them, so that trees may ask for lines
 * above and below without a check. For one thread.
 */
final class Table {

    /** So many empty rows stand above the first and below the last line: as far as trees look. */
    static final int MARGIN = 4;

    /** A thousand times this is a number of 32 bits. */
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

    /** Where the row of a line begins in the cells. */
    int row(int line) {
        return (line + MARGIN) * width;
    }

    int get(int line, int column) {
        return cells[row(line) + column];
    }

    /** Sets a number; what is too large becomes the largest there is. */
    void set(int line, int column, int value) {
        cells[row(line) + column] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    }

    /** A part of a whole in thousandths; 0 of nothing. */
    static int share(long part, long whole) {
        if (whole <= 0) {
            return 0;
        }
        // Dividing numbers of 64 bits takes several times as long.
        return part >= 0 && part <= SHORT && whole <= Integer.MAX_VALUE
                ? 1000 * (int) part / (int) whole
                : (int) (1000 * part / whole);
    }

    /** Eight times the logarithm to the base 2 of one more than the value, in whole numbers; three binary digits are exact. */
    static int log(long value) {
        long more = Math.max(0, value) + 1;
        int whole = Long.SIZE - 1 - Long.numberOfLeadingZeros(more);
        return 8 * whole + (int) (whole < 3 ? more << 3 - whole & 7 : more >>> whole - 3 & 7);
    }
}
