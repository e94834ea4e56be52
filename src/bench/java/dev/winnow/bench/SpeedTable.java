package dev.winnow.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Prints what cleaning costs as a multiple of decoding, splitting and encoding alone. The modes take turns on blocks of pages,
 * in another order each round, so that whatever else the machine does falls on all of them; ratios are taken per round and
 * their median is shown. The system property {@code bench.corpus} names the pages, see {@link Corpus}.
 */
public final class SpeedTable {

    /**
     * Input of one turn, in bytes: long enough that a mode works with warm caches, as it does on a corpus, and short enough that
     * load hits all modes alike.
     */
    private static final int BLOCK = 2_000_000;
    /** Reads at least so many bytes a mode before anything counts. */
    private static final long WARM_UP = 120_000_000L;

    private static final int DEFAULT_ROUNDS = 30;

    private final Map<Mode, Work> works = new EnumMap<>(Mode.class);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<List<Corpus.Page>> blocks;
    private final long bytes;

    private SpeedTable(List<Corpus.Page> pages) throws IOException {
        this.blocks = blocks(pages);
        this.bytes = pages.stream().mapToLong(page -> page.bytes().length).sum();
        for (Mode mode : Mode.values()) {
            works.put(mode, mode.work());
        }
    }

    /** Arguments: the number of rounds, optional. */
    public static void main(String[] args) throws IOException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_ROUNDS;
        List<Corpus.Page> pages = Corpus.read(Path.of(System.getProperty("bench.corpus", "fixtures")));
        SpeedTable table = new SpeedTable(pages);
        System.out.printf(Locale.ROOT, "%d pages, %.2f MB, one thread%n", pages.size(), table.bytes / 1e6);
        table.warmUp();
        double[][] seconds = new double[rounds][];
        for (int round = 0; round < rounds; round++) {
            seconds[round] = table.round(round);
        }
        table.print(seconds, System.out);
    }

    private static List<List<Corpus.Page>> blocks(List<Corpus.Page> pages) {
        List<List<Corpus.Page>> blocks = new ArrayList<>();
        List<Corpus.Page> block = new ArrayList<>();
        long size = 0;
        for (Corpus.Page page : pages) {
            block.add(page);
            size += page.bytes().length;
            if (size >= BLOCK) {
                blocks.add(block);
                block = new ArrayList<>();
                size = 0;
            }
        }
        if (!block.isEmpty()) {
            blocks.add(block);
        }
        return blocks;
    }

    private void warmUp() throws IOException {
        for (long read = 0; read < WARM_UP; read += bytes) {
            round((int) read);
        }
    }

    /** Seconds that each mode takes for all pages. */
    private double[] round(int number) throws IOException {
        Mode[] modes = Mode.values();
        double[] seconds = new double[modes.length];
        int turn = number;
        for (List<Corpus.Page> block : blocks) {
            turn++;
            for (int i = 0; i < modes.length; i++) {
                int mode = (i + turn) % modes.length;
                long start = System.nanoTime();
                run(works.get(modes[mode]), block);
                seconds[mode] += (System.nanoTime() - start) / 1e9;
            }
        }
        return seconds;
    }

    private void run(Work work, List<Corpus.Page> block) throws IOException {
        for (Corpus.Page page : block) {
            out.reset();
            work.run(page, out);
        }
    }

    private void print(double[][] seconds, PrintStream to) {
        to.printf(Locale.ROOT, "%-22s %7s %9s %10s %12s%n", "mode", "rules", "MB/s", "µs/page", "x baseline");
        int pages = blocks.stream().mapToInt(List::size).sum();
        for (Mode mode : Mode.values()) {
            double median = median(column(seconds, mode));
            to.printf(
                    Locale.ROOT,
                    "%-22s %7d %9.1f %10.1f %12.2f%n",
                    mode.name().toLowerCase(Locale.ROOT),
                    Objects.requireNonNull(works.get(mode)).rules(),
                    bytes / 1e6 / median,
                    median * 1e6 / pages,
                    ratio(seconds, mode, Mode.BASELINE));
        }
        to.printf(
                Locale.ROOT,
                "%nspeed with 1,000 rules, of the baseline's: %.3f (wanted: 0.333 or more)%n",
                1 / ratio(seconds, Mode.RULES_1000, Mode.BASELINE));
        to.printf(
                Locale.ROOT,
                "time with 10,000 rules, of that with 100:   %.3f (wanted: 1.300 or less)%n",
                ratio(seconds, Mode.RULES_10000, Mode.RULES_100));
        to.printf(
                Locale.ROOT,
                "time with ledger, of that without:          %.3f (wanted: 1.150 or less)%n",
                ratio(seconds, Mode.RULES_1000, Mode.RULES_1000_NO_LEDGER));
    }

    private static double[] column(double[][] seconds, Mode mode) {
        return Arrays.stream(seconds).mapToDouble(row -> row[mode.ordinal()]).toArray();
    }

    private static double ratio(double[][] seconds, Mode mode, Mode to) {
        return median(Arrays.stream(seconds)
                .mapToDouble(row -> row[mode.ordinal()] / row[to.ordinal()])
                .toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
