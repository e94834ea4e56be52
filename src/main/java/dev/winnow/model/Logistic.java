package dev.winnow.model;

/** The logistic function from a table, so that all machines give the same whole numbers. */
final class Logistic {

    /** Beyond so many units of votes nothing changes in thousandths. */
    private static final int MOST = 8 * Forest.UNIT;

    private static final short[] TABLE = table();

    private Logistic() {}

    private static short[] table() {
        short[] table = new short[2 * MOST + 1];
        for (int i = 0; i < table.length; i++) {
            // StrictMath is the same everywhere.
            table[i] = (short) (1000 / (1 + StrictMath.exp(-(i - MOST) / (double) Forest.UNIT)) + 0.5);
        }
        return table;
    }

    /** A vote as thousandths of certainty, 0 to 1000. */
    static int perMille(int vote) {
        return TABLE[Math.max(-MOST, Math.min(MOST, vote)) + MOST];
    }
}
