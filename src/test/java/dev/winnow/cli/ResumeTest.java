package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.output.Checkpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes of their own that are killed at random moments and go on. */
class ResumeTest {

    private static final long SEED = 20261125;
    private static final int DOCUMENTS = 3_000;

    @TempDir
    Path folder;

    private String rules;
    private Path corpus;

    @BeforeEach
    void write() throws IOException {
        rules = Pages.rules(folder);
        corpus = corpus(folder.resolve("corpus.jsonl"), DOCUMENTS);
    }

    /** Records, every 500th of which is broken. */
    private static Path corpus(Path file, int documents) throws IOException {
        Random random = new Random(SEED);
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < documents; i++) {
            String text = (Pages.PAGE.repeat(random.nextInt(6)) + "Page " + i).replace("\n", "\\n");
            records.append(i % 500 == 250 ? "{\"broken\n" : "{\"id\":\"" + i + "\",\"text\":\"" + text + "\"}\n");
        }
        return Files.writeString(file, records);
    }

    private List<String> options(String... more) {
        List<String> options =
                new ArrayList<>(List.of("clean", "--no-builtin", "--model", "off", "--rules", rules, "--threads", "2"));
        options.add(corpus.toString());
        options.addAll(List.of(more));
        if (!options.contains("parquet")) {
            // Rows of a ledger take long to write.
            options.add("--ledger");
        }
        return options;
    }

    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.winnow.cli.Main");

    private Process start(String... more) throws IOException {
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(options(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Cli.Ran winnow(String... more) {
        return Cli.winnow(options(more).toArray(String[]::new));
    }

    @Test
    @Timeout(300)
    void losesNothingWhenItIsKilled() throws IOException, InterruptedException {
        corpus(corpus, 4 * DOCUMENTS);
        Path whole = folder.resolve("whole.jsonl");
        assertThat(winnow("-o", whole.toString()).exit()).isEqualTo(1);
        Path out = folder.resolve("killed/out.jsonl");
        Path part = folder.resolve("killed/out.jsonl.part");
        Random random = new Random(SEED);
        for (int kill = 0; kill < 3; kill++) {
            Process process = start("-o", out.toString(), "--resume");
            // Once there is something to lose.
            for (int wait = 0; wait < 400 && process.isAlive() && !Files.exists(part); wait++) {
                Thread.sleep(10);
            }
            process.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }
        assertThat(winnow("-o", out.toString(), "--resume").exit()).isEqualTo(1);
        assertThat(Files.mismatch(whole, out)).as("seed %d", SEED).isEqualTo(-1);
        assertThat(Files.mismatch(
                        folder.resolve("whole.jsonl.rejected.jsonl"),
                        folder.resolve("killed/out.jsonl.rejected.jsonl")))
                .isEqualTo(-1);
        assertThat(names(folder.resolve("killed"))).containsExactly("out.jsonl", "out.jsonl.rejected.jsonl");
    }

    /** A part is larger than all of the other corpus. */
    @Test
    @Timeout(300)
    void losesNothingOfParquetParts() throws IOException, InterruptedException {
        corpus(corpus, 8 * DOCUMENTS);
        Path whole = folder.resolve("whole");
        assertThat(winnow("-o", whole.toString(), "--format", "parquet").exit()).isEqualTo(1);
        Path out = folder.resolve("killed");
        Path checkpoint = folder.resolve("killed/.winnow/checkpoint");
        Random random = new Random(SEED);
        for (int kill = 0; kill < 2; kill++) {
            Process process = start("-o", out.toString(), "--format", "parquet", "--resume");
            while (process.isAlive() && !Files.exists(checkpoint)) {
                Thread.sleep(5);
            }
            process.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }
        assertThat(winnow("-o", out.toString(), "--format", "parquet", "--resume")
                        .err())
                .as("seed %d", SEED)
                .contains("resumed after");
        assertThat(names(out))
                .isEqualTo(names(whole))
                .hasSizeGreaterThan(3)
                .startsWith("_rejected.jsonl", "part-00000.parquet");
        for (String name : names(whole)) {
            assertThat(Files.mismatch(whole.resolve(name), out.resolve(name)))
                    .as("seed %d", SEED)
                    .isEqualTo(-1);
        }
    }

    @Test
    void namesThePartsWhereASingleParquetFileIsToBeGoneOnWith() {
        Cli.Ran ran = winnow("-o", folder + "/out.parquet", "--format", "parquet", "--resume");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("--resume cannot continue a single Parquet file; write part files, with -o " + folder
                        + "/out/");
        assertThat(folder.resolve("out.parquet")).doesNotExist();
    }

    @Test
    void readsAFolderOfPartsInTheirOrder() throws IOException {
        corpus(corpus, 4 * DOCUMENTS);
        String parts = folder + "/parts/";
        winnow("-o", parts, "--format", "parquet", "--rejected", "none");
        Path lines = folder.resolve("lines.jsonl");
        winnow("-o", lines.toString(), "--rejected", "none");
        assertThat(names(folder.resolve("parts"))).hasSizeGreaterThan(1);
        List<String> again =
                ids(Cli.winnow("clean", "--no-builtin", "--rules", rules, parts).out());
        assertThat(again).isEqualTo(ids(Files.readString(lines)));
    }

    private static List<String> ids(String lines) {
        return lines.lines().map(line -> line.split("\"", 5)[3]).toList();
    }

    @Test
    @Timeout(300)
    void endsCleanlyWhenItIsAskedTo() throws IOException, InterruptedException {
        corpus(corpus, 4 * DOCUMENTS);
        Path whole = folder.resolve("whole.jsonl");
        assertThat(winnow("-o", whole.toString()).exit()).isEqualTo(1);
        Path out = folder.resolve("asked.jsonl");
        Path part = folder.resolve("asked.jsonl.part");
        Process process = start("-o", out.toString());
        while (process.isAlive() && (!Files.exists(part) || Files.size(part) == 0)) {
            Thread.sleep(5);
        }
        // SIGTERM, as Ctrl-C in all but its number.
        process.destroy();
        assertThat(process.waitFor()).isEqualTo(143);
        Cli.Ran refused = winnow("-o", out.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("stopped after", "--resume", "--restart");
        assertThat(winnow("-o", out.toString(), "--resume").err()).contains("resumed after");
        assertThat(Files.mismatch(whole, out)).isEqualTo(-1);
    }

    @Test
    @Timeout(300)
    void aRunThatIsStillWritingIsNotTouched() throws IOException, InterruptedException {
        corpus(corpus, 300);
        for (String out : List.of("out.jsonl", "parts/", "out/")) {
            String format = out.equals("parts/") ? "parquet" : "jsonl";
            String target = folder.resolve("both").resolve(out) + (out.endsWith("/") ? "/" : "");
            List<String> rest = List.of("-o", target, "--format", format);
            List<String> command = new ArrayList<>(JAVA);
            command.addAll(List.of("clean", "--no-builtin", "--model", "off", "--rules", rules, "-"));
            command.addAll(rest);
            Process first = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream in = first.getOutputStream()) {
                Path under = folder.resolve("both")
                        .resolve(out.endsWith("/") ? out + ".winnow/checkpoint" : out + ".checkpoint");
                while (first.isAlive() && !Files.exists(under)) {
                    in.write(record(0).repeat(200).getBytes(UTF_8));
                    in.flush();
                    Thread.sleep(5);
                }
                for (String how : List.of("--restart", "--resume", "--fail-fast")) {
                    Cli.Ran second =
                            winnow(Stream.concat(rest.stream(), Stream.of(how)).toArray(String[]::new));
                    assertThat(second.exit()).as(how).isEqualTo(2);
                    assertThat(second.err()).contains("another run is writing to it");
                }
                in.write(record(1).getBytes(UTF_8));
            }
            assertThat(first.waitFor()).as(out).isZero();
            assertThat(winnow(rest.toArray(String[]::new)).exit())
                    .as("free again")
                    .isEqualTo(1);
        }
        assertThat(names(folder.resolve("both")))
                .containsExactly("out", "out.jsonl", "out.jsonl.rejected.jsonl", "parts");
    }

    private static String record(int i) {
        return "{\"id\":\"" + i + "\",\"text\":\"The ferry left the harbour on Sunday, page " + i + "\"}\n";
    }

    /** Whatever changes in a record could change the output. */
    @Test
    void noticesEveryChangeOfARecord() throws IOException {
        String before =
                "{\"id\":\"a\",\"url\":\"https://harbour.example/a\",\"text\":\"A page.\",\"crawled\":\"2019-06-02T08:00:00Z\","
                        + "\"title\":\"Ferry\",\"n\":{\"b\":[1,2]}}\n";
        String html = "{\"id\":\"b\",\"html\":\"<p>A page.</p>\",\"title\":null}\n";
        String rest = before.repeat(3) + "{broken\n";
        Path out = folder.resolve("out.jsonl");
        for (String[] change : new String[][] {
            {"harbour.example/a", "harbour.example/b"},
            {"\"crawled\":\"2019-06-02T08:00:00Z\",", ""},
            {"08:00:00", "09:00:00"},
            {"\"Ferry\"", "\"ferry\""},
            {"[1,2]", "[1,\"2\"]"},
            {"[1,2]", "[2,1]"},
            {"<p>A", "<b>A"},
            {"\"html\"", "\"text\""},
            {"null", "\"null\""},
            {"A page.\"", "A pbF.\""}
        }) {
            Files.writeString(corpus, html + rest);
            assertThat(winnow("-o", out.toString(), "--restart", "--fail-fast").err())
                    .contains("stopped after 4");
            Files.writeString(corpus, html.replace(change[0], change[1]) + rest.replace(change[0], change[1]));
            assertThat(winnow("-o", out.toString(), "--resume").err())
                    .as(change[0])
                    .contains("the inputs differ");
        }
    }

    @Test
    void goesOnWithAFolder() throws IOException {
        corpus(corpus, 300);
        Path killed = folder.resolve("killed");
        assertThat(winnow("-o", killed + "/", "--fail-fast").err()).contains("stopped after 250 documents");
        assertThat(names(killed.resolve(".winnow"))).containsExactly("checkpoint");
        assertThat(winnow("-o", killed + "/", "--resume").exit()).isEqualTo(1);
        Path whole = folder.resolve("whole");
        assertThat(winnow("-o", whole + "/").exit()).isEqualTo(1);
        assertThat(content(killed)).isEqualTo(content(whole)).hasSize(300).containsKey("rejected.jsonl");
    }

    @Test
    void setsAsideWhatALinkStandsInTheWayOf() throws IOException {
        Files.writeString(
                corpus,
                Stream.of("a/1", "b/1", "b/1", "{", "c/1")
                        .map(id -> id.equals("{") ? "{\n" : "{\"id\":\"" + id + "\",\"text\":\"A page.\"}\n")
                        .collect(Collectors.joining()));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.createSymbolicLink(out.resolve("b"), elsewhere);
        Cli.Ran ran = winnow("-o", out + "/");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("the folder " + out.resolve("b") + " is a link", "2 articles written");
        assertThat(out.resolve("rejected.jsonl"))
                .content()
                .contains("\"id\":\"b/1\",\"cause\":\"blocked\"", "\"cause\":\"unreadable\"");
        assertThat(content(out)).containsKeys("a/1.jsonl", "c/1.jsonl").hasSize(3);
        assertThat(elsewhere).isEmptyDirectory();
        Files.delete(out.resolve("b"));
        assertThat(winnow("-o", out + "/").exit()).isEqualTo(1);
        assertThat(content(out)).containsKeys("b/1.jsonl", "b/1-2.jsonl").hasSize(5);
    }

    @Test
    void goesOnOnlyWithTheSameInputsAndOptions() throws IOException {
        Path out = folder.resolve("out.jsonl");
        assertThat(winnow("-o", out.toString(), "--fail-fast").exit()).isEqualTo(1);
        assertThat(out).doesNotExist();
        assertThat(winnow("-o", out.toString(), "--resume", "--keep", "share").err())
                .contains("--keep was '' and is 'share'");
        Files.writeString(corpus, Files.readString(corpus).replaceFirst("Page 3", "Page 4"));
        assertThat(winnow("-o", out.toString(), "--resume").err()).contains("the inputs differ");
        assertThat(winnow("-o", out.toString(), "--restart").exit()).isEqualTo(1);
        assertThat(Files.readAllLines(out)).hasSize(DOCUMENTS - DOCUMENTS / 500);
        assertThat(folder.resolve("out.jsonl.checkpoint")).doesNotExist();
    }

    @Test
    void endsWithTheFirstFailureWhenAskedTo() throws IOException {
        Path out = folder.resolve("out.jsonl");
        Cli.Ran ran = winnow("-o", out.toString(), "--fail-fast");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("corpus.jsonl:251:", "stopped after 250 documents", "--resume");
        Files.writeString(corpus, Files.readString(corpus).replace("{\"broken", "{\"id\":\"mended\",\"text\":\"M.\"}"));
        assertThat(winnow("-o", out.toString(), "--fail-fast", "--resume").exit())
                .isZero();
        assertThat(Files.readAllLines(out)).hasSize(DOCUMENTS);
    }

    @Test
    void countsWhatWasDoneBeforeInTheReport() throws IOException {
        Path out = folder.resolve("out.jsonl");
        Path report = folder.resolve("report.json");
        winnow("-o", out.toString(), "--fail-fast", "--report", report.toString());
        assertThat(report).content().contains("\"documents\" : 250,");
        winnow("-o", out.toString(), "--resume", "--report", report.toString());
        assertThat(report)
                .content()
                .contains("\"documents\" : " + (DOCUMENTS - DOCUMENTS / 500) + ",", "\"before\" : 0");
    }

    /** Its process ended between the last two things it does: name the output, forget the checkpoint. */
    @Test
    void noticesThatAnEarlierRunWasThrough() throws IOException {
        for (String format : List.of("jsonl", "tei")) {
            Path out = folder.resolve("out." + format);
            Path checkpoint = folder.resolve("out." + format + ".checkpoint");
            assertThat(winnow("-o", out.toString(), "--format", format).exit()).isEqualTo(1);
            byte[] whole = Files.readAllBytes(out);
            Map<String, String> settings = settings(format);
            new Checkpoint(settings, DOCUMENTS, 0, 2_994, whole.length / 2, whole.length, 6, 0, 1, "")
                    .write(checkpoint);
            Cli.Ran ran = winnow("-o", out.toString(), "--format", format, "--resume");
            assertThat(ran.err()).contains("nothing to do");
            assertThat(checkpoint).doesNotExist();
            assertThat(out).hasBinaryContent(whole);
        }
    }

    /** As the command notes them in its checkpoints. */
    private Map<String, String> settings(String format) throws IOException {
        Path broken = folder.resolve("broken." + format);
        winnow("-o", broken.toString(), "--fail-fast");
        Map<String, String> settings = new TreeMap<>(
                Checkpoint.read(folder.resolve(broken + ".checkpoint")).settings());
        settings.put("--format", format);
        return settings;
    }

    @Test
    void resumesWhereNothingBrokeOff() {
        Path out = folder.resolve("out.jsonl");
        assertThat(winnow("-o", out.toString(), "--resume").exit()).isEqualTo(1);
        assertThat(out).exists();
        assertThat(winnow("--resume").err()).contains("--resume needs an output on disk");
    }

    @Test
    void setsAsideWhatTakesTooLong() {
        Cli.Ran ran =
                new Cli().in("a few words.\n".repeat(1_000_000)).run("clean", "--max-time", "1ms", "--threads", "2");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("took longer than 0.001 s", "--max-time");
        assertThat(Cli.winnow("clean", "--max-time", "soon").err())
                .contains("'soon' is not a time; write for example 90s");
        assertThat(ran.out()).isEmpty();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return content;
    }
}
