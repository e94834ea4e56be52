package dev.winnow.cli;

import dev.winnow.source.InputSize;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * One line on a terminal that tells how far a run has come: share of the bytes read, documents, rate, remaining time, failures.
 * Writes nothing where standard error is no terminal, or where the result goes to the same one.
 */
final class ProgressBar {

    /** Nanoseconds between two pictures. */
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
     * A bar that is not painted yet.
     *
     * @param output where the articles go, as the user said
     * @param inputs what is read, to find its size beside the run
     * @param read bytes read so far
     */
    ProgressBar(Console console, String output, List<String> inputs, LongSupplier read) {
        this.console = console;
        this.read = read;
        // Where the result goes to the same terminal, it is progress enough.
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

    /** What has been read so far was passed over and counts for no rate. */
    void skipped() {
        readBefore = read.getAsLong();
    }

    /**
     * Paints the line if the last picture is old.
     *
     * @param documents done
     * @param since of these, in this process
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

    /** Takes the line away, so that something else can be said. */
    void clear() {
        if (lineOpen) {
            console.err().print("\r\u001B[K");
            lineOpen = false;
        }
    }

    /**
     * The line without its escape codes.
     *
     * @param documents done
     * @param since of these, in this process
     * @param bytes read
     * @param all bytes to read
     * @param nanos since the process began
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

    /** Seconds as people read them: {@code 0:07}, {@code 1:02:03}. */
    static String time(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
