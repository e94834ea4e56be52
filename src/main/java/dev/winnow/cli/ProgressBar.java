package dev.winnow.cli;

import dev.winnow.source.InputSize;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * Shows the progress of a run in one line on a terminal: share of bytes read, documents, rate, remaining time, failures. Writes
 * nothing if standard error is not a terminal, or if the result goes to the same terminal.
 */
final class ProgressBar {

    /** Minimum time between two updates, in nanoseconds. */
    private static final long EVERY = 200_000_000L;

    private static final int BAR = 24;
    private static final double MEGABYTE = 1e6;

    private final Console console;
    private final boolean shown;
    private final LongSupplier read;
    private final CompletableFuture<OptionalLong> total;
    private final int width;
    private final long began = System.nanoTime();
    private long readBefore;
    private long painted = began;
    private boolean lineOpen;

    /**
     * Makes a bar and shows nothing yet.
     *
     * @param output where the articles go, as the user named it
     * @param inputs the inputs; their total size is found in a background thread
     * @param read gives the number of bytes read so far
     */
    ProgressBar(Console console, String output, List<String> inputs, LongSupplier read) {
        this.console = console;
        this.read = read;
        // On the same terminal, the result itself shows the progress.
        boolean inTheWay = output.equals(Standard.STREAM) && console.outIsTerminal();
        this.shown = console.errIsTerminal()
                && !inTheWay
                && !console.variable("TERM").equals("dumb");
        this.width = shown ? console.width() - 1 : 0;
        this.total = shown
                ? CompletableFuture.supplyAsync(() -> InputSize.of(inputs), task -> {
                    Thread thread = new Thread(task, "winnow-size");
                    thread.setDaemon(true);
                    thread.start();
                })
                : CompletableFuture.completedFuture(OptionalLong.empty());
    }

    /** Excludes the bytes read so far from the rate: a resumed run only skipped them. */
    void skipped() {
        readBefore = read.getAsLong();
    }

    /**
     * Updates the line if the last update is old enough.
     *
     * @param documents number of documents done
     * @param since number of these done in this process
     */
    void show(long documents, long since, long failed) {
        long now = System.nanoTime();
        if (!shown || now - painted < EVERY) {
            return;
        }
        painted = now;
        String line = line(documents, since, failed, read.getAsLong(), total.getNow(OptionalLong.empty()), now - began);
        console.err().print("\r" + Columns.cut(line, width) + "\u001B[K");
        console.err().flush();
        lineOpen = true;
    }

    /** Removes the line, so that a message can be printed. */
    void clear() {
        if (lineOpen) {
            console.err().print("\r\u001B[K");
            lineOpen = false;
        }
    }

    /**
     * Returns the line without escape codes.
     *
     * @param documents number of documents done
     * @param since number of these done in this process
     * @param bytes number of bytes read
     * @param all number of bytes to read, if known
     * @param nanos time since the run began, in nanoseconds
     */
    String line(long documents, long since, long failed, long bytes, OptionalLong all, long nanos) {
        double seconds = nanos / 1e9;
        StringBuilder line = new StringBuilder();
        if (all.isPresent() && all.getAsLong() > 0) {
            double share = Math.min(1, (double) bytes / all.getAsLong());
            int filled = (int) (share * BAR);
            line.append('[')
                    .append("#".repeat(filled))
                    .append(".".repeat(BAR - filled))
                    .append(String.format(Locale.ROOT, "] %3d %%  ", (int) (share * 100)));
        }
        line.append(Standard.count(documents, "document"))
                .append(String.format(Locale.ROOT, "  %,.0f/s", since / seconds))
                .append(String.format(Locale.ROOT, "  %,.0f", bytes / MEGABYTE));
        all.ifPresent(most -> line.append(String.format(Locale.ROOT, " of %,.0f", most / MEGABYTE)));
        line.append(" MB");
        long done = bytes - readBefore;
        if (all.isPresent() && done > 0) {
            line.append("  ")
                    .append(time((long) (seconds * Math.max(0, all.getAsLong() - bytes) / done)))
                    .append(" left");
        }
        if (failed > 0) {
            line.append("  ").append(String.format(Locale.ROOT, "%,d failed", failed));
        }
        return line.toString();
    }

    /** Formats seconds, for example {@code 0:07} or {@code 1:02:03}. */
    static String time(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
