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
 * Does work on several threads and hands on its results in the order of the input, so that the output does not depend on the
 * number of threads. Only a bounded amount is under way at any time.
 *
 * <p>Work that takes too long is interrupted. If that does not help, its thread is left to itself, with another in its place,
 * and {@code late} makes the result; with one thread, where all happens on the calling one, there is none to take its place.
 *
 * @param threads at least 1; with 1 all happens on the calling thread
 * @param weight how much memory an item may need while under way, in any unit
 * @param most weight under way at most; a single item may exceed it
 * @param longest time for one item
 * @param late the result for an item whose work did not end when interrupted
 */
public record OrderedWork<I, O>(
        int threads, ToLongFunction<I> weight, long most, Duration longest, Function<I, O> late) {

    /** Items under way for each thread: enough that none waits for a slow neighbour, and that waking up for some pays. */
    private static final int AHEAD = 64;

    /** How often somebody looks whether to stop and whether work is late, in milliseconds. */
    private static final long LOOK = 50;

    /** How long interrupted work may take to notice, in milliseconds. */
    private static final long GRACE = 1000;

    /** Threads left to themselves before the work ends: each takes a processor. */
    private static final int MOST_LOST = 8;

    /** Takes the results, one after the other, on the calling thread. */
    public interface Sink<O> {
        void accept(O result) throws IOException;
    }

    /** The results, in the order of the items; each is waited for when it is asked for. For one thread; to be closed. */
    public interface Results<O> extends Iterator<O>, AutoCloseable {
        /** Gives up what is under way. */
        @Override
        void close();
    }

    /** Too many items went on after their time was over. The message is for a person. */
    public static final class StuckException extends RuntimeException {
        private static final long serialVersionUID = 1;

        StuckException(String message) {
            super(message);
        }
    }

    /**
     * Passes every item through the work and its result to the sink; exceptions of both end it.
     *
     * @param stop asked often; once it says so, no further item is read and no further result handed on
     * @throws StuckException when it leaves too many threads to themselves
     */
    public void run(Iterator<I> items, Function<I, O> work, Sink<O> sink, BooleanSupplier stop) throws IOException {
        try (Results<O> results = threads == 1 ? new Alone(items, work, stop) : apart(items, work, stop)) {
            while (results.hasNext()) {
                sink.accept(results.next());
            }
        }
    }

    /**
     * The results of all work, done on threads of its own, even if it is a single one: then it can be left to itself, too.
     *
     * @param stop as above; there are no further results then
     */
    public Results<O> apart(Iterator<I> items, Function<I, O> work, BooleanSupplier stop) {
        return new Queue(items, work, stop);
    }

    /** All on the calling thread. */
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

    /** Interrupts the one thread when it is late. */
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

    /** The items under way on several threads. */
    private final class Queue implements Results<O> {

        private final Iterator<I> items;
        private final Function<I, O> work;
        private final BooleanSupplier stop;
        private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), OrderedWork::daemon);
        private final Deque<Task<I, O>> tasks = new ArrayDeque<>();
        private long heavy;
        private int lost;
        /** Read, but too heavy to begin with now. */
        private @Nullable I waiting;
        /** The next one, as soon as somebody asked for it. */
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

        /** Keeps the threads busy until there is a result; null after the last, or when all is to stop. */
        private @Nullable O advance() {
            while (!stop.getAsBoolean()) {
                // What is done goes out at once: somebody may be looking.
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

        /** Waits until half of the tasks are done, but not for long: to wake up for each takes the workers' time. */
        private void awaitMany() {
            if (!tasks.element().isDone()) {
                Iterator<Task<I, O>> half = tasks.iterator();
                for (int i = tasks.size() / 2; i > 0; i--) {
                    half.next();
                }
                half.next().awaitDone(LOOK);
            }
        }

        /** Waits for the first task's result; null when all is to stop. */
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
                throw new StuckException(lost + " documents went on after their time was over; leave them out, or give"
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
            // 0 says that it has not begun.
            began = System.nanoTime() | 1;
            Result<O> made;
            try {
                made = new Result<>(work.apply(item), null);
            } catch (RuntimeException | Error e) {
                made = new Result<>(null, e);
            }
            synchronized (this) {
                running = false;
                // An interruption was meant for this item and not for the next.
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

    /** What came of work: exactly one of the two. */
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
