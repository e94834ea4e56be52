package dev.winnow.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * A value with its confidence interval.
 *
 * @param value from 0 to 1; a difference from -1 to 1
 * @param interval null where there are fewer than two sites
 * @param pages number of pages with the measure
 */
public record Figure(double value, @Nullable Interval interval, int pages) {

    /** The 95 % interval: it would hold the true value in 95 of 100 cases with other samples of sites. */
    public record Interval(double low, double high) {}

    /**
     * The difference between this run and another one.
     *
     * @param other the other run's value
     * @param difference this run's value minus the other's
     * @param better number of pages on which this run is better
     * @param worse number of pages on which this run is worse
     */
    public record Paired(double other, Figure difference, int better, int worse) {}
}
