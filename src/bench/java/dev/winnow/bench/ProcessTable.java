package dev.winnow.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a person waits for and pays: runs the launcher on more and more documents and prints, for the whole process, seconds, CPU seconds
 * and peak memory.
 *
 * <pre>{@code
 * ./mvnw -q -Pbench -Dbench.main=dev.winnow.bench.ProcessTable -Dbench.args="DIR FOLDER [MOST]"
 * }</pre>
 *
 * <p>{@code DIR} holds {@code *.jsonl} with pages in {@code html}; a thousand of them, evenly chosen, are written to {@code FOLDER} and
 * read again and again until there are enough, up to {@code MOST} (50,000). Small inputs take turns, eight times each; the table
 * shows the fastest. Peak memory is known on Linux only.
 */
public final class ProcessTable {

    private static final int PAGES = 1000;
    private static final int TURNS = 8;
    private static final List<Integer> SIZES = List.of(1000, 5000, 50_000);

    /** What POSIX says {@code times} prints of the processes that have ended: user and system time. */
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s\\s+(\\d+)m([\\d.]+)s\\s*$");

    private ProcessTable() {}

    /** One run of the whole process; memory in MB, 0 where nobody knows. */
    private record Cost(double seconds, double cpu, long memory) {
        static Cost best(Cost one, Cost other) {
            return new Cost(
                    Math.min(one.seconds, other.seconds),
                    Math.min(one.cpu, other.cpu),
                    Math.max(one.memory, other.memory));
        }
    }

    /** See the class. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("winnow.home"));
        String winnow = home.resolve("winnow").toString();
        int most = args.length > 2 ? Integer.parseInt(args[2]) : Collections.max(SIZES);
        Path pages = pages(Path.of(args[0]), Path.of(args[1]));
        cost(List.of(winnow, "--version"));
        List<List<String>> small = List.of(
                List.of(winnow, "--version"),
                List.of(
                        winnow,
                        "clean",
                        home.resolve("fixtures/common/plain-article/source.txt").toString()),
                List.of(
                        winnow,
                        "clean",
                        home.resolve("fixtures/html/json-ld-article/source.html")
                                .toString()));
        List<Cost> best = new ArrayList<>(Collections.nCopies(small.size(), new Cost(1e9, 1e9, 0)));
        for (int turn = 0; turn < TURNS; turn++) {
            for (int i = 0; i < small.size(); i++) {
                best.set(i, Cost.best(best.get(i), cost(small.get(i))));
            }
        }
        System.out.println("| input | threads | seconds | CPU seconds | pages a CPU second | peak MB |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        List<String> names = List.of("nothing, `--version`", "one text", "one page of HTML");
        for (int i = 0; i < small.size(); i++) {
            row(names.get(i), "", best.get(i), 0);
        }
        for (int size : SIZES) {
            for (int threads = 1; size <= most && threads <= 2; threads++) {
                List<String> command =
                        new ArrayList<>(List.of(winnow, "clean", "--threads", Integer.toString(threads)));
                command.addAll(Collections.nCopies(size / PAGES, pages.toString()));
                row(String.format("%,d pages", size), Integer.toString(threads), cost(command), size);
            }
        }
    }

    private static void row(String name, String threads, Cost cost, int pages) {
        System.out.printf(
                pages == 0 ? "| %s | %s | %.2f | %.2f | %s | %d |%n" : "| %s | %s | %.0f | %.0f | %s | %d |%n",
                name,
                threads,
                cost.seconds,
                cost.cpu,
                pages == 0 ? "" : String.format("%.0f", pages / cost.cpu),
                cost.memory);
    }

    /** Evenly chosen pages of all collections, as JSON Lines. */
    private static Path pages(Path from, Path folder) throws IOException {
        int[] count = {0};
        List<Path> files =
                Corpus.files(from).stream().filter(Corpus::isJsonLines).toList();
        files.forEach(file -> Corpus.forEachRecord(file, fields -> count[0] += fields.containsKey("html") ? 1 : 0));
        if (count[0] == 0) {
            throw new IllegalArgumentException(from + " holds no *.jsonl with pages in 'html'");
        }
        Path target = Files.createDirectories(folder).resolve("pages.jsonl");
        int[] seen = {0};
        int[] taken = {0};
        try (OutputStream out = Files.newOutputStream(target);
                JsonGenerator json = new JsonFactory().createGenerator(out).setRootValueSeparator(null)) {
            for (Path file : files) {
                Corpus.forEachRecord(file, fields -> {
                    if (fields.containsKey("html")) {
                        // Fewer than a thousand are taken several times.
                        for (long due = (long) ++seen[0] * PAGES / count[0]; taken[0] < due; taken[0]++) {
                            write(fields, json);
                        }
                    }
                });
            }
        }
        return target;
    }

    private static void write(Map<String, String> fields, JsonGenerator json) {
        try {
            json.writeStartObject();
            for (String name : List.of("id", "url", "html")) {
                if (fields.containsKey(name)) {
                    json.writeStringField(name, fields.get(name));
                }
            }
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Cost cost(List<String> command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(Arrays.asList("sh", "-c", "\"$@\" >/dev/null 2>&1; times", "sh"));
        all.addAll(command);
        long began = System.nanoTime();
        Process process = new ProcessBuilder(all)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long peak = 0;
        while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
            try (Stream<ProcessHandle> children = process.descendants()) {
                peak = Math.max(
                        peak, children.mapToLong(ProcessTable::peak).max().orElse(0));
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Matcher times = TIMES.matcher(new String(process.getInputStream().readAllBytes(), UTF_8));
        if (!times.find()) {
            throw new IllegalStateException("sh does not tell the times");
        }
        double cpu = 60 * (Integer.parseInt(times.group(1)) + Integer.parseInt(times.group(3)))
                + Double.parseDouble(times.group(2))
                + Double.parseDouble(times.group(4));
        return new Cost(seconds, cpu, peak / 1024);
    }

    /** In kB; 0 where the system does not tell. */
    private static long peak(ProcessHandle process) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"), UTF_8)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
        } catch (IOException elsewhere) {
            // No Linux, or the process has just ended.
        }
        return 0;
    }
}
