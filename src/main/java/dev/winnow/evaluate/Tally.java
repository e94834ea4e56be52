package dev.winnow.evaluate;

/** Sums over pages, from which all measures follow. Not thread-safe. */
public final class Tally {

    private static final int TERMS = Term.values().length;

    private final double[] parts = new double[TERMS];
    private final double[] wholes = new double[TERMS];
    private final int[] pages = new int[TERMS];

    Tally() {}

    void add(Term term, double part, double whole) {
        if (whole > 0) {
            parts[term.ordinal()] += part;
            wholes[term.ordinal()] += whole;
            pages[term.ordinal()]++;
        }
    }

    /** One page on which something is so or not. */
    void add(Term term, boolean so) {
        add(term, so ? 1 : 0, 1);
    }

    void add(Tally other, int times) {
        for (int i = 0; i < TERMS; i++) {
            parts[i] += times * other.parts[i];
            wholes[i] += times * other.wholes[i];
            pages[i] += times * other.pages[i];
        }
    }

    /** A measure's value; NaN where no page has it. */
    public double value(Measure measure) {
        double recall = ratio(measure.ratio());
        if (measure.precision() == null || Double.isNaN(recall)) {
            return recall;
        }
        // Where nothing was predicted there is no precision, and nothing was reached.
        double precision = ratio(measure.precision());
        return Double.isNaN(precision) || precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private double ratio(Term term) {
        return parts[term.ordinal()] / wholes[term.ordinal()];
    }

    /** Pages that a measure's value rests on. */
    public int pages(Measure measure) {
        return pages[measure.ratio().ordinal()];
    }
}
