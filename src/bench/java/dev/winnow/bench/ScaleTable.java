package dev.winnow.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets the program clean a large file in a small heap and prints how its memory goes; or kills it again and again; or compares
 * two threads with one.
 *
 * <pre>{@code
 * ./mvnw -q -Pbench -Dbench.main=dev.winnow.bench.ScaleTable -Dbench.args="memory FILE OUT [OPTION…]"
 * ./mvnw -q -Pbench -Dbench.main=dev.winnow.bench.ScaleTable -Dbench.args="kill FILE FOLDER TIMES [OPTION…]"
 * ./mvnw -q -Pbench -Dbench.main=dev.winnow.bench.ScaleTable -Dbench.args="threads FILE FOLDER TIMES [OPTION…]"
 * }</pre>
 *
 * <p>Memory is told as what is left of the heap after a full collection, which is asked for each time, and, on Linux, as all that the process holds. Killing compares the
 * output with that of a run that nobody disturbed, and fails where they differ.
 */
public final class ScaleTable {

    private static final String HEAP = "-Xmx256m";
    private static final Pattern AFTER_COLLECTION = Pattern.compile("Pause Full.*->(\\d+)M\\(");
    private static final long SEED = 20;

    private ScaleTable() {}

    /** See the class. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> options = Arrays.asList(args);
        if (args[0].equals("memory")) {
            memory(Path.of(args[1]), Path.of(args[2]), options.subList(3, args.length));
        } else if (args[0].equals("threads")) {
            threads(Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]), options.subList(4, args.length));
        } else {
            kill(Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]), options.subList(4, args.length));
        }
    }

    private static Process start(Path in, Path out, List<String> options, String... java) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(HEAP, "-XX:+UseParallelGC"));
        command.addAll(List.of(java));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.winnow.cli.Main"));
        command.addAll(List.of("clean", in.toString(), "-o", out.toString()));
        command.addAll(options);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void memory(Path in, Path out, List<String> options) throws IOException, InterruptedException {
        Path log = Files.createTempFile("winnow-gc", ".log");
        long began = System.nanoTime();
        Process process = start(in, out, options, "-Xlog:gc:file=" + log);
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        System.out.println("seconds  heap after collection, MB  resident, MB  written, MB");
        Path part = out.resolveSibling(out.getFileName() + ".part");
        while (!process.waitFor(10, TimeUnit.SECONDS)) {
            new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            System.out.printf(
                    "%7d  %25s  %12d  %11d%n",
                    (System.nanoTime() - began) / 1_000_000_000,
                    heap(log),
                    resident(process.pid()) / 1024,
                    size(part) / 1_000_000);
        }
        System.out.printf(
                "exit code %d after %.0f s; %d MB read, %d MB written%n",
                process.exitValue(),
                (System.nanoTime() - began) / 1e9,
                Files.size(in) / 1_000_000,
                Files.size(out) / 1_000_000);
        Files.delete(log);
    }

    private static String heap(Path log) throws IOException {
        String heap = "-";
        for (String line : Files.readAllLines(log, UTF_8)) {
            Matcher matcher = AFTER_COLLECTION.matcher(line);
            heap = matcher.find() ? matcher.group(1) : heap;
        }
        return heap;
    }

    /** In kB; 0 where the system does not tell. */
    private static long resident(long process) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process), "status"), UTF_8)) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
        } catch (IOException elsewhere) {
            // No Linux, or the process has just ended.
        }
        return 0;
    }

    /** In bytes; 0 for a file that is not there. */
    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** One thread and two take turns; the start of the program and its warming up are part of both. */
    private static void threads(Path in, Path folder, int times, List<String> options)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path one = folder.resolve("one.jsonl");
        Path two = folder.resolve("two.jsonl");
        for (int time = 1; time <= times; time++) {
            double alone = seconds(in, one, options, "1");
            double both = seconds(in, two, options, "2");
            System.out.printf("one thread %.1f s, two %.1f s: %.2f times as fast%n", alone, both, alone / both);
            if (Files.mismatch(one, two) >= 0) {
                throw new IllegalStateException("the output differs");
            }
            Files.delete(one);
            Files.delete(two);
        }
    }

    private static double seconds(Path in, Path out, List<String> options, String threads)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("--threads", threads));
        long began = System.nanoTime();
        start(in, out, all).waitFor();
        return (System.nanoTime() - began) / 1e9;
    }

    private static void kill(Path in, Path folder, int times, List<String> options)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        // Options may ask for another format; the name is only a name.
        Path whole = folder.resolve("whole");
        Path killed = folder.resolve("killed");
        long began = System.nanoTime();
        start(in, whole, options).waitFor();
        Path part = Files.isDirectory(whole) ? killed.resolve(".winnow/part") : folder.resolve("killed.part");
        long millis = (System.nanoTime() - began) / 1_000_000;
        System.out.printf("undisturbed: %.1f s%n", millis / 1e3);
        List<String> resuming = new ArrayList<>(options);
        resuming.add("--resume");
        Random random = new Random(SEED);
        for (int kill = 1; kill <= times; kill++) {
            long before = size(part);
            Process process = start(in, killed, resuming);
            // Mostly while it writes; sometimes while it starts or reads past what is done.
            while (kill % 5 != 0 && process.isAlive() && size(part) == before) {
                Thread.sleep(5);
            }
            boolean ended = process.waitFor(random.nextLong(Math.max(millis / 5, 500)), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            System.out.printf("kill %2d: %s, %d bytes on the disk%n", kill, ended ? "had ended" : "killed", size(part));
        }
        start(in, killed, resuming).waitFor();
        boolean differs = !Files.isDirectory(whole) && Files.mismatch(whole, killed) >= 0;
        if (Files.isDirectory(whole)) {
            List<Path> parts = parts(whole);
            differs = parts.size() != parts(killed).size();
            for (Path one : parts) {
                differs |= Files.mismatch(one, killed.resolve(one.getFileName())) >= 0;
            }
        }
        if (differs) {
            throw new IllegalStateException("the output differs");
        }
        System.out.println("the same to the byte");
    }

    private static List<Path> parts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
