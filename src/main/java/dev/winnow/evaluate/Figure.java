package dev.winnow.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * A value with how sure it is.
 *
 * @param value from 0 to 1, a difference from -1 to 1
 * @param interval null where there are fewer than two sites
 * @param pages on which it rests
 */
public record Figure(double value, @Nullable Interval interval, int pages) {

    /** Holds the true value in 95 of 100 cases, had other sites been drawn. */
    public record Interval(double low, double high) {}

    /**
     * What another run differs by.
     *
     * @param other the other run's value
     * @param difference this run's value less the other's
     * @param better pages on which this run is better
     * @param worse pages on which it is worse
     */
    public record Paired(double other, Figure difference, int better, int worse) {}
}
