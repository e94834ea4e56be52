package dev.winnow.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Does work on several threads and returns the results in the order of the input, so that the output does not depend on the
 * number of threads. The amount of unfinished work is bounded.
 *
 * <p>Work that takes too long is interrupted. If it does not stop, its thread is abandoned, another thread replaces it, and
 * {@code late} gives the result. With one thread all work is done on the calling thread, which cannot be replaced.
 *
 * @param threads number of threads, at least 1; with 1 all work is done on the calling thread
 * @param weight memory that an unfinished item may need, in any unit
 * @param most maximum total weight of unfinished items; a single item may exceed it
 * @param longest maximum time for one item
 * @param late returns the result for an item whose work did not stop when interrupted
 */
public record OrderedWork<I, O>(
        int threads, ToLongFunction<I> weight, long most, Duration longest, Function<I, O> late) {

    /**
     * Maximum number of unfinished items per thread. It is large enough that no thread waits for a slow item, and that one
     * wake-up handles many results.
     */
    private static final int AHEAD = 64;

    /** Interval of the checks for stopping and for late work, in milliseconds. */
    private static final long LOOK = 50;

    /** Time for interrupted work to stop, in milliseconds. */
    private static final long GRACE = 1000;

    /** Maximum number of abandoned threads; each may use a processor. With more, the whole work fails. */
    private static final int MOST_LOST = 8;

    /** Receives the results, one after the other, on the calling thread. */
    public interface Sink<O> {
        void accept(O result) throws IOException;
    }

    /**
     * Iterator over the results, in the order of the items. Waits for a result when it is requested. Not thread-safe; must be
     * closed.
     */
    public interface Results<O> extends Iterator<O>, AutoCloseable {
        /** Stops all unfinished work. */
        @Override
        void close();
    }

    /** Thrown if too many items did not stop after their time was over. The message is for a person. */
    public static final class StuckException extends RuntimeException {
        private static final long serialVersionUID = 1;

        StuckException(String message) {
            super(message);
        }
    }

    /**
     * Applies the work to every item and passes the results to the sink. An exception of either ends the run.
     *
     * @param stop checked often; once it returns true, no more items are read and no more results are returned
     * @throws StuckException if too many threads were abandoned
     */
    public void run(Iterator<I> items, Function<I, O> work, Sink<O> sink, BooleanSupplier stop) throws IOException {
        try (Results<O> results = threads == 1 ? new Alone(items, work, stop) : apart(items, work, stop)) {
            while (results.hasNext()) {
                sink.accept(results.next());
            }
        }
    }

    /**
     * Returns an iterator over the results. The work is done on separate threads, even if there is only one thread: so a stuck
     * thread can be abandoned.
     *
     * @param stop checked often; once it returns true, there are no more results
     */
    public Results<O> apart(Iterator<I> items, Function<I, O> work, BooleanSupplier stop) {
        return new Queue(items, work, stop);
    }

    /** Does all work on the calling thread. */
    private final class Alone implements Results<O> {

        private final Iterator<I> items;
        private final Function<I, O> work;
        private final BooleanSupplier stop;
        private final Watch watch = new Watch(longest);
        private final Thread watcher = daemon(watch);

        Alone(Iterator<I> items, Function<I, O> work, BooleanSupplier stop) {
            this.items = items;
            this.work = work;
            this.stop = stop;
            watcher.start();
        }

        @Override
        public boolean hasNext() {
            return !stop.getAsBoolean() && items.hasNext();
        }

        @Override
        public O next() {
            Task<I, O> task = new Task<>(items.next(), 0, work);
            watch.task = task;
            task.run();
            return task.result();
        }

        @Override
        public void close() {
            watcher.interrupt();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "winnow-worker");
        thread.setDaemon(true);
        return thread;
    }

    /** Interrupts the calling thread if an item takes too long. */
    private static final class Watch implements Runnable {

        private final Duration longest;
        private volatile Task<?, ?> task = new Task<>("", 0, nothing -> nothing);

        Watch(Duration longest) {
            this.longest = longest;
        }

        @Override
        public void run() {
            try {
                while (true) {
                    Thread.sleep(LOOK);
                    if (task.hasTaken(longest)) {
                        task.interrupt();
                    }
                }
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The unfinished items of several threads. */
    private final class Queue implements Results<O> {

        private final Iterator<I> items;
        private final Function<I, O> work;
        private final BooleanSupplier stop;
        private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), OrderedWork::daemon);
        private final Deque<Task<I, O>> tasks = new ArrayDeque<>();
        private long heavy;
        private int lost;
        /** An item that was read, but is too heavy to start now; null if there is none. */
        private @Nullable I waiting;
        /** The next result, if {@link #hasNext} has already taken it; otherwise null. */
        private @Nullable O result;

        Queue(Iterator<I> items, Function<I, O> work, BooleanSupplier stop) {
            this.items = items;
            this.work = work;
            this.stop = stop;
        }

        @Override
        public boolean hasNext() {
            if (result == null) {
                result = advance();
            }
            return result != null;
        }

        @Override
        public O next() {
            if (!hasNext() || result == null) {
                throw new NoSuchElementException();
            }
            O handedOn = result;
            result = null;
            return handedOn;
        }

        @Override
        public void close() {
            workers.shutdownNow();
        }

        /** Keeps the threads busy until the next result is ready. Returns null after the last result, or when stopped. */
        private @Nullable O advance() {
            while (!stop.getAsBoolean()) {
                // Return a finished result at once, so that a person sees the progress.
                if (!tasks.isEmpty() && tasks.element().isDone()) {
                    return handOn();
                }
                I item = waiting != null ? waiting : items.hasNext() ? items.next() : null;
                waiting = null;
                if (item == null) {
                    return tasks.isEmpty() ? null : handOn();
                }
                long weighs = weight.applyAsLong(item);
                if (!tasks.isEmpty() && (tasks.size() >= threads * AHEAD || heavy + weighs > most)) {
                    waiting = item;
                    awaitMany();
                    return handOn();
                }
                Task<I, O> task = new Task<>(item, weighs, work);
                tasks.add(task);
                heavy += weighs;
                workers.execute(task);
            }
            return null;
        }

        /**
         * Waits until half of the tasks are done, at most {@link #LOOK} ms. Waking up for each task would take time from the
         * workers.
         */
        private void awaitMany() {
            if (!tasks.element().isDone()) {
                Iterator<Task<I, O>> half = tasks.iterator();
                for (int i = tasks.size() / 2; i > 0; i--) {
                    half.next();
                }
                half.next().awaitDone(LOOK);
            }
        }

        /** Waits for the result of the first task. Returns null when stopped. */
        private @Nullable O handOn() {
            Task<I, O> first = tasks.element();
            while (!stop.getAsBoolean()) {
                if (first.awaitDone(LOOK)) {
                    heavy -= tasks.remove().weight();
                    return first.result();
                }
                if (first.hasTaken(longest)) {
                    first.interrupt();
                    heavy -= tasks.remove().weight();
                    return first.awaitDone(GRACE) ? first.result() : replace(first);
                }
            }
            return null;
        }

        private O replace(Task<I, O> stuck) {
            if (++lost > MOST_LOST) {
                throw new StuckException(
                        lost + " documents did not stop after their time was over; leave them out, or give"
                                + " more time with --max-time");
            }
            workers.setMaximumPoolSize(threads + lost);
            workers.setCorePoolSize(threads + lost);
            return late.apply(stuck.item());
        }
    }

    /** The work on one item. */
    private static final class Task<I, O> implements Runnable {

        private final I item;
        private final long weight;
        private final Function<I, O> work;
        private volatile long began;
        private Thread runner = Thread.currentThread();
        private boolean running;
        private volatile boolean done;
        private Result<O> result = new Result<>(null, null);

        Task(I item, long weight, Function<I, O> work) {
            this.item = item;
            this.weight = weight;
            this.work = work;
        }

        I item() {
            return item;
        }

        long weight() {
            return weight;
        }

        @Override
        public void run() {
            synchronized (this) {
                runner = Thread.currentThread();
                running = true;
            }
            // 0 means that the task has not begun.
            began = System.nanoTime() | 1;
            Result<O> made;
            try {
                made = new Result<>(work.apply(item), null);
            } catch (RuntimeException | Error e) {
                made = new Result<>(null, e);
            }
            synchronized (this) {
                running = false;
                // Clear the interrupt flag: the interrupt was for this item, not for the next one.
                Thread.interrupted();
                result = made;
                done = true;
                notifyAll();
            }
        }

        boolean isDone() {
            return done;
        }

        boolean hasTaken(Duration time) {
            long since = began;
            return since != 0 && !done && System.nanoTime() - since > time.toNanos();
        }

        /** Interrupts the thread, but only while it works on this item. */
        synchronized void interrupt() {
            if (running) {
                runner.interrupt();
            }
        }

        synchronized boolean awaitDone(long millis) {
            if (!done) {
                try {
                    wait(millis);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted", e);
                }
            }
            return done;
        }

        synchronized O result() {
            return result.get();
        }
    }

    /** The result of work: a value or an exception, exactly one of the two. */
    private record Result<O>(@Nullable O value, @Nullable Throwable thrown) {

        O get() {
            if (thrown instanceof RuntimeException cause) {
                throw cause;
            }
            if (thrown instanceof Error cause) {
                throw cause;
            }
            return Objects.requireNonNull(value);
        }
    }
}
