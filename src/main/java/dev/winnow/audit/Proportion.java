package dev.winnow.audit;

import java.util.List;

/**
 * A share estimated from a sample, with a confidence interval of 95 %. Immutable.
 *
 * @param share share of lines judged right, from 0 to 1
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param judged number of judged lines
 */
public record Proportion(double share, double low, double high, int judged) {

    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959964;

    /**
     * A stratum: a part of all lines with a sample of its own.
     *
     * @param size number of lines in the stratum
     * @param judged number of judged lines; at least 1
     * @param right number of lines judged right
     */
    record Part(long size, int judged, int right) {}

    /**
     * Returns the share with a Wilson interval: Wilson, Probable inference, the law of succession, and statistical inference
     * (JASA 22, 1927).
     */
    static Proportion wilson(int right, int judged) {
        double[] ends = ends(right, judged, Z);
        return new Proportion((double) right / judged, ends[0], ends[1], judged);
    }

    /**
     * Returns the share over all strata, weighted by their sizes. The interval is the weighted sum of the strata's Wilson
     * intervals at a smaller quantile. Source: Yan and Su, Stratified Wilson and Newcombe confidence intervals for multiple
     * binomial proportions (Statistics in Biopharmaceutical Research 2, 2010). Variances are computed at the centres of the
     * intervals, so that a stratum with only right lines has a variance, too.
     *
     * @param parts at least one
     */
    static Proportion stratified(List<Part> parts) {
        double all = parts.stream().mapToLong(Part::size).sum();
        double squares = 0;
        double roots = 0;
        for (Part part : parts) {
            double weight = part.size() / all;
            double centre = (part.right() + Z * Z / 2) / (part.judged() + Z * Z);
            double variance = centre * (1 - centre) / part.judged();
            squares += weight * weight * variance;
            roots += weight * Math.sqrt(variance);
        }
        double z = Z * Math.sqrt(squares) / roots;
        double share = 0;
        double low = 0;
        double high = 0;
        int judged = 0;
        for (Part part : parts) {
            double weight = part.size() / all;
            double[] ends = ends(part.right(), part.judged(), z);
            share += weight * part.right() / part.judged();
            low += weight * ends[0];
            high += weight * ends[1];
            judged += part.judged();
        }
        return new Proportion(share, low, high, judged);
    }

    private static double[] ends(int right, int judged, double z) {
        double share = (double) right / judged;
        double middle = share + z * z / (2 * judged);
        double reach = z * Math.sqrt(share * (1 - share) / judged + z * z / (4.0 * judged * judged));
        double scale = 1 + z * z / judged;
        return new double[] {Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)};
    }

    /** Returns the share of lines judged wrong. */
    Proportion complement() {
        return new Proportion(1 - share, 1 - high, 1 - low, judged);
    }
}
