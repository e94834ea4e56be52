package dev.winnow.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs work that takes longer than a request, on background threads. Every job starts at once. Thread-safe. */
final class Jobs implements AutoCloseable {

    /** Maximum number of finished jobs whose results are kept until a tab fetches them. */
    private static final int MOST = 64;

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "workbench job");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Consumer<Throwable> bugs;
    private int last;

    Jobs(Consumer<Throwable> bugs) {
        this.bugs = bugs;
    }

    /** Work that reports its progress. */
    interface Work {
        Object run(Progress progress) throws Exception;
    }

    /** Progress of a job. Thread-safe. */
    static final class Progress {
        private final AtomicInteger done = new AtomicInteger();
        private volatile int total;
        private volatile boolean cancelled;

        void total(int items) {
            total = items;
        }

        /** Counts one more item as done. */
        void step() {
            done.incrementAndGet();
        }

        boolean isCancelled() {
            return cancelled;
        }
    }

    private static final class Job {
        private final Progress progress = new Progress();
        private volatile String state = "running";
        private volatile @Nullable Object result;
        private volatile @Nullable String error;
        private volatile @Nullable Future<?> running;
    }

    /** Starts a job. Returns its id, for questions about progress and result. */
    synchronized String start(Work work) {
        Job job = new Job();
        String id = "j" + ++last;
        jobs.put(id, job);
        jobs.entrySet()
                .removeIf(old -> jobs.size() > MOST && !old.getValue().state.equals("running"));
        job.running = threads.submit(() -> run(job, work));
        return id;
    }

    private void run(Job job, Work work) {
        try {
            job.result = work.run(job.progress);
            job.state = job.progress.isCancelled() ? "cancelled" : "done";
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            if (job.progress.isCancelled()) {
                // The error is a consequence of the interruption.
                job.state = "cancelled";
                return;
            }
            if (!(e instanceof Refusal)) {
                bugs.accept(e);
            }
            job.error = Refusal.message(e);
            job.state = "failed";
        }
    }

    Map<String, @Nullable Object> told(String id) {
        Job job = job(id);
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        String state = job.state;
        told.put("state", state);
        told.put("done", job.progress.done.get());
        told.put("total", job.progress.total);
        told.put("error", job.error);
        told.put("result", state.equals("done") ? job.result : null);
        return told;
    }

    void cancel(String id) {
        Job job = job(id);
        job.progress.cancelled = true;
        Future<?> running = job.running;
        if (running != null) {
            running.cancel(true);
        }
    }

    private synchronized Job job(String id) {
        Job job = jobs.get(id);
        if (job == null) {
            throw new Refusal(Answer.NOT_FOUND, "there is no job " + id);
        }
        return job;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
