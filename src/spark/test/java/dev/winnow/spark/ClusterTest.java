package dev.winnow.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two workers with a process each. One of them is killed amid its work. */
class ClusterTest {

    private static final String CLASS_PATH =
            System.getProperty("winnow.spark.jar", System.getProperty("java.class.path"));

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void losesNothingAndTellsNothingTwiceWhenAWorkerDies() throws IOException {
        Path corpus = Corpus.write(folder.resolve("corpus"), 300);
        Path one = folder.resolve("one.jsonl");
        Corpus.commandLine(
                corpus.toString(),
                "-o",
                one.toString(),
                "--report",
                folder.resolve("one").toString());
        SparkSession spark = SparkSession.builder()
                .master("local-cluster[2,1,1024]")
                .config("spark.ui.enabled", "false")
                .config("spark.executor.memory", "1g")
                .config("spark.executor.extraClassPath", CLASS_PATH)
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .getOrCreate();
        try {
            AtomicInteger killed = new AtomicInteger();
            Thread killer = new Thread(() -> kill(folder.resolve("out"), killed));
            killer.start();
            assertThat(WinnowJob.run(
                            spark,
                            "clean",
                            "--input",
                            corpus.toString(),
                            "--output",
                            folder.resolve("out").toString(),
                            "--format",
                            "jsonl",
                            "--partitions",
                            "24",
                            "--report",
                            folder.resolve("report").toString()))
                    .isZero();
            killer.interrupt();
            assertThat(killed.get()).isEqualTo(1);
            assertThat(Corpus.sortedLines(folder.resolve("out"), ".txt"))
                    .isEqualTo(Files.readAllLines(one).stream().sorted().toList());
            assertThat(Corpus.sortedLines(folder.resolve("out/_rejected"), ".jsonl"))
                    .isEqualTo(Corpus.sortedLines(folder, "one.jsonl.rejected.jsonl"));
            assertThat(counted(folder.resolve("report/report.json")))
                    .isEqualTo(counted(folder.resolve("one/report.json")));
        } finally {
            spark.stop();
        }
    }

    /** The report without what is of one run only. */
    private static String counted(Path report) throws IOException {
        String json = Files.readString(report);
        return json.substring(json.indexOf("\"totals\""));
    }

    /** Waits until some of the parts are there, and kills one of the processes that make them. */
    private static void kill(Path out, AtomicInteger killed) {
        try {
            while (!Files.isDirectory(out.resolve("_temporary"))
                    || Corpus.files(out.resolve("_temporary"), "part-").size() < 3) {
                Thread.sleep(20);
            }
            // Nobody else starts processes here.
            List<ProcessHandle> workers = ProcessHandle.current().children().toList();
            if (!workers.isEmpty() && workers.get(0).destroyForcibly()) {
                killed.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | java.io.UncheckedIOException e) {
            // A part moved while it was looked at: look again.
            kill(out, killed);
        }
    }
}
