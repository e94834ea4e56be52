package dev.winnow.cli;

import java.io.Closeable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run cleanly on Ctrl-C or SIGTERM: tells the run to stop, and delays the end of the process until it has stopped. The
 * exit code is that of the signal, 130 or 143.
 */
final class Interruption implements Closeable {

    /** Maximum time to wait for the run to stop, in seconds. Systems kill a process that takes much longer. */
    private static final long PATIENCE = 5;

    private final Console console;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "winnow-stop");
    private volatile boolean wanted;

    private Interruption(Console console) {
        this.console = console;
    }

    /** Starts to listen for signals, until closed. */
    static Interruption listen(Console console) {
        Interruption interruption = new Interruption(console);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the run must stop. */
    boolean wanted() {
        return wanted;
    }

    private void stopAndWait() {
        wanted = true;
        try {
            if (!ended.await(PATIENCE, TimeUnit.SECONDS)) {
                console.say(
                        "stopped while waiting for input or for one document; if there is a checkpoint, continue with"
                                + " the same command and --resume");
                console.err().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // The hook is already running and ends by itself.
        }
    }
}
