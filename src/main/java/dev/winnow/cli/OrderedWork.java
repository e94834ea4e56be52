package dev.winnow.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Does work on several threads and hands on its results in the order of the input, so that the output does not depend on the
 * number of threads. Only a bounded amount is under way at any time.
 *
 * @param threads at least 1; with 1 all happens on the calling thread
 * @param weight how much memory an item may need while under way, in any unit
 * @param most weight under way at most; a single item may exceed it
 */
record OrderedWork<I, O>(int threads, ToLongFunction<I> weight, long most) {

    /** Items under way for each thread: enough that none waits for a slow neighbour. */
    private static final int AHEAD = 8;

    /** Takes the results, one after the other, on the calling thread. */
    interface Sink<O> {
        void accept(O result) throws IOException;
    }

    /** Passes every item through the work and its result to the sink; exceptions of both end it. */
    void run(Iterator<I> items, Function<I, O> work, Sink<O> sink) throws IOException {
        if (threads == 1) {
            while (items.hasNext()) {
                sink.accept(work.apply(items.next()));
            }
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads, OrderedWork::worker);
        try {
            run(items, work, sink, workers);
        } finally {
            workers.shutdownNow();
        }
    }

    private void run(Iterator<I> items, Function<I, O> work, Sink<O> sink, ExecutorService workers) throws IOException {
        Deque<UnderWay<O>> queue = new ArrayDeque<>();
        long heavy = 0;
        while (items.hasNext()) {
            I item = items.next();
            long weighs = weight.applyAsLong(item);
            while (!queue.isEmpty() && (queue.size() >= threads * AHEAD || heavy + weighs > most)) {
                heavy -= queue.element().weight();
                sink.accept(queue.remove().result());
            }
            queue.add(new UnderWay<>(workers.submit(() -> work.apply(item)), weighs));
            heavy += weighs;
            // What is done goes out at once: somebody may be looking.
            while (!queue.isEmpty() && queue.element().future().isDone()) {
                heavy -= queue.element().weight();
                sink.accept(queue.remove().result());
            }
        }
        while (!queue.isEmpty()) {
            sink.accept(queue.remove().result());
        }
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "winnow-worker");
        thread.setDaemon(true);
        return thread;
    }

    private record UnderWay<O>(Future<O> future, long weight) {

        O result() {
            try {
                return future.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                if (e.getCause() instanceof Error cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
