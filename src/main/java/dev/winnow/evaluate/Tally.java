package dev.winnow.evaluate;

/** Sums over pages from which all measures are computed. Not thread-safe. */
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

    /** Adds one page on which a term is true or false. */
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

    /** Returns the value of a measure; NaN where no page has it. */
    public double value(Measure measure) {
        double recall = ratio(measure.ratio());
        if (measure.precision() == null || Double.isNaN(recall)) {
            return recall;
        }
        // Without any prediction there is no precision, and the value is 0.
        double precision = ratio(measure.precision());
        return Double.isNaN(precision) || precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private double ratio(Term term) {
        return parts[term.ordinal()] / wholes[term.ordinal()];
    }

    /** Returns the number of pages with a measure. */
    public int pages(Measure measure) {
        return pages[measure.ratio().ordinal()];
    }
}
