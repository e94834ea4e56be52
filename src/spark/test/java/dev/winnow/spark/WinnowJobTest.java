package dev.winnow.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the job's rows against those of the command line. */
class WinnowJobTest {

    @TempDir
    static Path folder;

    private static Path corpus;
    private static SparkSession spark;

    @BeforeAll
    static void start() throws IOException {
        corpus = Corpus.write(folder.resolve("corpus"), Integer.getInteger("winnow.generated", 400));
        Corpus.commandLine(corpus.toString(), "-o", folder.resolve("one.jsonl").toString());
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64})
    void rowsAreThoseOfTheCommandLine(int partitions) throws IOException {
        Path out = folder.resolve("rows" + partitions);
        clean(out, "--format", "jsonl", "--partitions", "" + partitions);
        assertThat(Corpus.sortedLines(out, ".txt"))
                .isEqualTo(Corpus.sortedLines(folder, "one.jsonl").stream()
                        .filter(line -> !line.startsWith("{\"origin\""))
                        .toList());
        assertThat(Corpus.sortedLines(out.resolve("_rejected"), ".jsonl"))
                .hasSizeGreaterThan(10)
                .isEqualTo(Corpus.sortedLines(folder, "one.jsonl.rejected.jsonl"));
    }

    @Test
    void rowsDoNotDependOnTheirOrder() throws IOException {
        List<String> records = new ArrayList<>(Files.readAllLines(corpus.resolve("generated.jsonl")));
        Path one = folder.resolve("ordered.jsonl");
        Corpus.commandLine(corpus.resolve("generated.jsonl").toString(), "-o", one.toString());
        for (int seed = 0; seed < 3; seed++) {
            Collections.shuffle(records, new Random(seed));
            Path shuffled = Files.write(folder.resolve("shuffled" + seed + ".jsonl"), records);
            Path out = folder.resolve("shuffled" + seed);
            job("clean", shuffled, out, "--format", "jsonl", "--partitions", "" + (3 + seed));
            assertThat(Corpus.sortedLines(out, ".txt"))
                    .as("seed %s", seed)
                    .isEqualTo(Corpus.sortedLines(folder, "ordered.jsonl"));
        }
    }

    @Test
    void parquetHasTheColumnsAndValuesOfTheCommandLine() throws IOException {
        Path one = folder.resolve("one.parquet");
        Corpus.commandLine(corpus.toString(), "--ledger", "--labels", "--format", "parquet", "-o", one.toString());
        Path out = folder.resolve("parquet");
        clean(out, "--ledger", "--labels", "--partitions", "5");
        Dataset<Row> expected = spark.read().parquet(one.toString());
        Dataset<Row> found = spark.read().parquet(out.toString());
        assertThat(found.schema()).isEqualTo(expected.schema());
        assertThat(found.toJSON().collectAsList())
                .containsExactlyInAnyOrderElementsOf(expected.toJSON().collectAsList());
    }

    @Test
    void foldersAreOfLanguageSiteAndMonth() throws IOException {
        Path file = folder.resolve("some.jsonl");
        Files.write(file, Files.readAllLines(corpus.resolve("generated.jsonl")).subList(0, 60));
        Path out = folder.resolve("folders");
        job("clean", file, out, "--partitions", "2", "--partition-by", "language,site,month");
        assertThat(Files.isDirectory(out.resolve("language=en/site=paper3.example")))
                .isTrue();
        Dataset<Row> found = spark.read().parquet(out.toString());
        assertThat(found.count()).isEqualTo(60);
        assertThat(found.where("language <> metadata.language or site <> metadata.site"
                                + " or month <> substring(metadata.published, 1, 7)")
                        .count())
                .isZero();
    }

    @Test
    void textIsThatOfTheCommandLine() throws IOException {
        Path file = corpus.resolve("generated.jsonl");
        Path one = folder.resolve("one.txt");
        Corpus.commandLine(file.toString(), "--format", "text", "-o", one.toString());
        Path out = folder.resolve("text");
        job("clean", file, out, "--format", "text", "--partitions", "1");
        assertThat(Files.readString(Corpus.files(out, "part-").get(0))).isEqualTo(Files.readString(one) + "\n\n");
    }

    @Test
    void ownRulesTravelWithTheJob() throws IOException {
        Path rules = folder.resolve("rules/deep");
        Files.createDirectories(rules);
        Files.writeString(rules.resolve("boats.yaml"), """
                pack: common
                rules:
                - id: lemons
                  label: related
                  line: "{any} three crates of lemons {any}"
                  examples:
                  - hit: |
                      The first ferry left the harbour on Sunday morning, the harbour master said.
                      ⟦A baker sold three crates of lemons at noon⟧
                  - miss: "Lemons were sold."
                """);
        Path one = folder.resolve("ruled.jsonl");
        Path file = corpus.resolve("generated.jsonl");
        String[] options = {
            "--format", "jsonl",
            "--rules", folder.resolve("rules").toString(),
            "--keep", "caption",
            "--without", "unwrap",
            "--model", "off"
        };
        Corpus.commandLine(Stream.concat(Stream.of(file.toString(), "-o", one.toString()), Stream.of(options))
                .toArray(String[]::new));
        Path out = folder.resolve("ruled");
        job("clean", file, out, options);
        assertThat(Corpus.sortedLines(out, ".txt"))
                .isEqualTo(Corpus.sortedLines(folder, "ruled.jsonl"))
                .isNotEqualTo(Corpus.sortedLines(folder, "generated.jsonl"));
    }

    @Test
    void columnsOfParquetMayHaveOtherNames() throws IOException {
        Corpus.commandLine(
                corpus.resolve("generated.jsonl").toString(),
                "-o",
                folder.resolve("generated.out.jsonl").toString());
        Path table = folder.resolve("table");
        spark.read()
                .json(corpus.resolve("generated.jsonl").toString())
                .selectExpr("text as body", "url as link", "id as text")
                .coalesce(1)
                .write()
                .parquet(table.toString());
        Path out = folder.resolve("renamed");
        job("clean", table + "/*.parquet", out, "--columns", "text=body,url=link,id=text");
        assertThat(spark.read()
                        .parquet(out.toString())
                        .selectExpr("id", "text", "metadata.url")
                        .toJSON()
                        .collectAsList())
                .containsExactlyInAnyOrderElementsOf(spark.read()
                        .json(folder.resolve("generated.out.jsonl").toString())
                        .selectExpr("id", "text", "metadata.url")
                        .toJSON()
                        .collectAsList());
    }

    @Test
    void saysWhatIsWrongWithTheCall() {
        assertThat(WinnowJob.run(spark, "clean", "--input", folder + "/none-*.jsonl", "--output", folder + "/x"))
                .isEqualTo(2);
        assertThat(WinnowJob.run(
                        spark, "clean", "--input", corpus.toString(), "--output", folder + "/x", "--format", "tei"))
                .isEqualTo(2);
        assertThat(WinnowJob.run(spark, "clean", "--output", folder + "/x")).isEqualTo(2);
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void statisticsAreThoseOfTheCommandLine() throws IOException {
        Path one = folder.resolve("one.stats");
        Corpus.command("stats", corpus.toString(), "-o", one.toString());
        for (String partitions : List.of("1", "9")) {
            Path out = folder.resolve("stats" + partitions);
            job("stats", corpus, out, "--partitions", partitions);
            assertThat(Files.mismatch(out, one)).isEqualTo(-1);
        }
    }

    @Test
    void packsAreThoseOfTheCommandLine() throws IOException {
        Path out = folder.resolve("learnt");
        Path file = corpus.resolve("generated.jsonl");
        job("learn", file, out, "--sites", "4", "--partitions", "3");
        List<String> found = new ArrayList<>();
        for (int site = 0; site < 2; site++) {
            String name = "paper" + site + ".example";
            Path own = folder.resolve("learn" + site);
            Corpus.command("learn", "--site", name, file.toString(), "-o", own.toString());
            Path pack = own.resolve("sites/" + name + ".yaml");
            if (Files.exists(pack)) {
                found.add(name);
                assertThat(out.resolve("sites/" + name + ".yaml")).hasSameTextualContentAs(pack);
            } else {
                assertThat(out.resolve("sites/" + name + ".yaml")).doesNotExist();
            }
        }
        assertThat(found).isNotEmpty();
    }

    @Test
    void processesBesideEachOtherDoNotMeet() throws IOException, InterruptedException {
        Path file = corpus.resolve("generated.jsonl");
        List<Process> jobs = new ArrayList<>();
        for (int job = 0; job < 2; job++) {
            jobs.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx1g",
                            "-Dspark.master=local[1]",
                            "-Dspark.ui.enabled=false",
                            "-cp",
                            System.getProperty("java.class.path"),
                            WinnowJob.class.getName(),
                            "clean",
                            "--input",
                            file.toString(),
                            "--output",
                            folder.resolve("beside" + job).toString(),
                            "--format",
                            "jsonl")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("beside" + job + ".log").toFile())
                    .start());
        }
        Path one = folder.resolve("beside.jsonl");
        Corpus.commandLine(file.toString(), "-o", one.toString());
        for (int job = 0; job < 2; job++) {
            assertThat(jobs.get(job).waitFor())
                    .as(Files.readString(folder.resolve("beside" + job + ".log")))
                    .isZero();
            assertThat(Corpus.sortedLines(folder.resolve("beside" + job), ".txt"))
                    .isEqualTo(Corpus.sortedLines(folder, "beside.jsonl"));
        }
    }

    @Test
    void theJarHasNoClassThatSparkHasToo() throws IOException {
        String jar = System.getProperty("winnow.spark.jar");
        assumeTrue(jar != null, "run by Maven, after the jar was made");
        try (JarFile classes = new JarFile(jar)) {
            assertThat(classes.stream().map(JarEntry::getName))
                    .filteredOn(name -> name.endsWith(".class"))
                    .hasSizeGreaterThan(1000)
                    .allMatch(name -> name.startsWith("dev/winnow/"));
            assertThat(classes.getEntry("rules/common/")).isNotNull();
        }
    }

    private static void clean(Path out, String... more) {
        job("clean", corpus, out, more);
    }

    /** Runs a job, which has to succeed. */
    private static void job(String name, Object input, Path out, String... more) {
        String[] call = Stream.concat(
                        Stream.of(name, "--input", input.toString(), "--output", out.toString()), Stream.of(more))
                .toArray(String[]::new);
        assertThat(WinnowJob.run(spark, call)).isZero();
    }
}
