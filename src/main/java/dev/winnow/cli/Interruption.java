package dev.winnow.cli;

import java.io.Closeable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end cleanly when somebody presses Ctrl-C or the system asks the process to end: the run is told to stop, and the
 * process waits until it has. The exit code is that of the signal, 130 or 143.
 */
final class Interruption implements Closeable {

    /** How long the process waits for a run that was told to stop, in seconds; systems kill what takes longer. */
    private static final long PATIENCE = 5;

    private final Console console;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "winnow-stop");
    private volatile boolean wanted;

    private Interruption(Console console) {
        this.console = console;
    }

    /** Listens until it is closed. */
    static Interruption listen(Console console) {
        Interruption interruption = new Interruption(console);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the run is to end. */
    boolean wanted() {
        return wanted;
    }

    private void stopAndWait() {
        wanted = true;
        try {
            if (!ended.await(PATIENCE, TimeUnit.SECONDS)) {
                console.say(
                        "stopped while it waited for input or for one document; if there was a checkpoint, go on from"
                                + " it with the same command and --resume");
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
            // The hook has run, and ends with the run.
        }
    }
}
