package dev.winnow.spark;

import dev.winnow.report.RunStatistics;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.util.AccumulatorV2;
import org.jspecify.annotations.Nullable;

/**
 * A Spark accumulator that adds the statistics of tasks. A task adds its statistics once, at its end; Spark counts each
 * partition once, even if its task runs several times. Sent to the driver as compressed text, which is small.
 */
final class RunTally extends AccumulatorV2<RunStatistics, RunStatistics> {

    private static final long serialVersionUID = 1;

    private @Nullable String saved;
    private transient @Nullable RunStatistics sum;

    @Override
    public synchronized boolean isZero() {
        return saved == null && sum == null;
    }

    @Override
    public synchronized RunTally copy() {
        RunTally copy = new RunTally();
        copy.saved = sum == null ? saved : saved(sum);
        return copy;
    }

    @Override
    public synchronized void reset() {
        saved = null;
        sum = null;
    }

    @Override
    public synchronized void add(RunStatistics statistics) {
        sum().merge(statistics);
        saved = saved(sum());
    }

    @Override
    public synchronized void merge(AccumulatorV2<RunStatistics, RunStatistics> other) {
        RunTally theirs = (RunTally) other;
        synchronized (theirs) {
            if (!theirs.isZero()) {
                sum().merge(theirs.sum());
            }
        }
    }

    /** Returns the sum. The caller must not change it. */
    @Override
    public synchronized RunStatistics value() {
        return sum();
    }

    private RunStatistics sum() {
        RunStatistics now = sum;
        if (now == null) {
            try {
                now = saved == null ? new RunStatistics() : RunStatistics.restore(saved);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            sum = now;
            saved = null;
        }
        return now;
    }

    private static String saved(RunStatistics statistics) {
        try {
            return statistics.save();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
