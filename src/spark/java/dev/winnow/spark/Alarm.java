package dev.winnow.spark;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A timer that interrupts the thread that created it, unless it is closed before the time is over. Only this thread may use it.
 */
final class Alarm implements AutoCloseable {

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "winnow-alarm");
        thread.setDaemon(true);
        return thread;
    });

    private final Thread thread = Thread.currentThread();
    private final ScheduledFuture<?> ringing;
    private boolean over;
    private boolean rang;

    private Alarm(Duration time) {
        ringing = CLOCK.schedule(this::ring, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    static Alarm after(Duration time) {
        return new Alarm(time);
    }

    private synchronized void ring() {
        if (!over) {
            rang = true;
            thread.interrupt();
        }
    }

    /** Stops the timer. If it has already interrupted the thread, clears the interrupt flag. */
    @Override
    public synchronized void close() {
        over = true;
        ringing.cancel(false);
        if (rang) {
            Thread.interrupted();
        }
    }
}
