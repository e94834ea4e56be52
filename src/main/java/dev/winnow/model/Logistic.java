package dev.winnow.model;

/** The logistic function as a table, so that all machines compute the same whole numbers. */
final class Logistic {

    /** Votes beyond this no longer change the result in thousandths. */
    private static final int MOST = 8 * Forest.UNIT;

    private static final short[] TABLE = table();

    private Logistic() {}

    private static short[] table() {
        short[] table = new short[2 * MOST + 1];
        for (int i = 0; i < table.length; i++) {
            // StrictMath gives the same result on every machine.
            table[i] = (short) (1000 / (1 + StrictMath.exp(-(i - MOST) / (double) Forest.UNIT)) + 0.5);
        }
        return table;
    }

    /** Converts a vote to a probability in thousandths, 0 to 1000. */
    static int perMille(int vote) {
        return TABLE[Math.max(-MOST, Math.min(MOST, vote)) + MOST];
    }
}
