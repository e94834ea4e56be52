package dev.winnow.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
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
record OrderedWork<I, O>(int threads, ToLongFunction<I> weight, long most, Duration longest, Function<I, O> late) {

    /** Items under way for each thread: enough that none waits for a slow neighbour, and that waking up for some pays. */
    private static final int AHEAD = 64;

    /** How often somebody looks whether to stop and whether work is late, in milliseconds. */
    private static final long LOOK = 50;

    /** How long interrupted work may take to notice, in milliseconds. */
    private static final long GRACE = 1000;

    /** Threads left to themselves before the work ends: each takes a processor. */
    private static final int MOST_LOST = 8;

    /** Takes the results, one after the other, on the calling thread. */
    interface Sink<O> {
        void accept(O result) throws IOException;
    }

    /**
     * Passes every item through the work and its result to the sink; exceptions of both end it.
     *
     * @param stop asked often; once it says so, no further item is read and no further result handed on
     */
    void run(Iterator<I> items, Function<I, O> work, Sink<O> sink, BooleanSupplier stop) throws IOException {
        if (threads == 1) {
            alone(items, work, sink, stop);
            return;
        }
        ThreadPoolExecutor workers = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), OrderedWork::daemon);
        try {
            new Queue(work, sink, stop, workers).run(items);
        } finally {
            workers.shutdownNow();
        }
    }

    private void alone(Iterator<I> items, Function<I, O> work, Sink<O> sink, BooleanSupplier stop) throws IOException {
        Watch watch = new Watch(longest);
        Thread watcher = daemon(watch);
        watcher.start();
        try {
            while (!stop.getAsBoolean() && items.hasNext()) {
                Task<I, O> task = new Task<>(items.next(), 0, work);
                watch.task = task;
                task.run();
                sink.accept(task.result());
            }
        } finally {
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
    private final class Queue {

        private final Function<I, O> work;
        private final Sink<O> sink;
        private final BooleanSupplier stop;
        private final ThreadPoolExecutor workers;
        private final Deque<Task<I, O>> tasks = new ArrayDeque<>();
        private long heavy;
        private int lost;

        Queue(Function<I, O> work, Sink<O> sink, BooleanSupplier stop, ThreadPoolExecutor workers) {
            this.work = work;
            this.sink = sink;
            this.stop = stop;
            this.workers = workers;
        }

        void run(Iterator<I> items) throws IOException {
            while (!stop.getAsBoolean() && items.hasNext()) {
                I item = items.next();
                long weighs = weight.applyAsLong(item);
                while (!tasks.isEmpty() && (tasks.size() >= threads * AHEAD || heavy + weighs > most)) {
                    awaitMany();
                    if (!handOn()) {
                        return;
                    }
                }
                Task<I, O> task = new Task<>(item, weighs, work);
                tasks.add(task);
                heavy += weighs;
                workers.execute(task);
                // What is done goes out at once: somebody may be looking.
                while (!tasks.isEmpty() && tasks.element().isDone()) {
                    if (!handOn()) {
                        return;
                    }
                }
            }
            while (!tasks.isEmpty()) {
                if (!handOn()) {
                    return;
                }
            }
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

        /** Waits for the first task and hands its result on; false when all is to stop. */
        private boolean handOn() throws IOException {
            Task<I, O> first = tasks.element();
            while (!stop.getAsBoolean()) {
                if (first.awaitDone(LOOK)) {
                    heavy -= tasks.remove().weight();
                    sink.accept(first.result());
                    return true;
                }
                if (first.hasTaken(longest)) {
                    first.interrupt();
                    heavy -= tasks.remove().weight();
                    sink.accept(first.awaitDone(GRACE) ? first.result() : replace(first));
                    return true;
                }
            }
            return false;
        }

        private O replace(Task<I, O> stuck) {
            if (++lost > MOST_LOST) {
                throw UserError.broken(lost + " documents went on after their time was over; leave them out, or give"
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
