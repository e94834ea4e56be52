package dev.winnow.spark;

import dev.winnow.Winnow;
import dev.winnow.render.Format;
import dev.winnow.render.Version;
import dev.winnow.report.RunFacts;
import dev.winnow.report.RunReport;
import dev.winnow.report.RunStatistics;
import dev.winnow.run.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.apache.spark.util.TaskFailureListener;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** The job {@code clean}: cleans documents and writes their articles. */
@Command(
        name = "clean",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Clean articles. The rows are the same as those of winnow clean, to the byte, but in another order.")
final class CleanJob extends Job {

    /** Folder for rejected documents. Readers of folders ignore names that begin with an underscore. */
    static final String REJECTED = "_rejected";

    private static final Set<String> PARTITIONS = Set.of("language", "site", "month");

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description =
                    "The output folder; it must not exist. Rejected documents are listed in DIR/" + REJECTED + "/.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String output;

    @Option(names = "--overwrite", description = "Replace an existing output.")
    private boolean overwrite;

    @Option(names = "--format", paramLabel = "FORMAT", description = "parquet (the default), jsonl or text.")
    private String format = Format.PARQUET.key();

    @Option(
            names = "--partition-by",
            paramLabel = "COLUMN",
            split = ",",
            description = "Columns for subfolders of the output: language, site, month.")
    private List<String> partitionBy = new ArrayList<>();

    @Option(names = "--ledger", description = "Write a ledger of every removed or changed stretch.")
    private boolean ledger;

    @Option(names = "--labels", description = "Write the label of each stretch of the text.")
    private boolean labels;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write a report of the job: report.html for people, report.json for programs.")
    private @Nullable String report;

    @Mixin
    private final SettingsOptions cleaning = new SettingsOptions();

    CleanJob(SparkSession spark) {
        super(spark);
    }

    @Override
    public Integer call() throws IOException {
        Format form = Stream.of(Format.PARQUET, Format.JSONL, Format.TEXT)
                .filter(one -> one.key().equals(format))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("--format must be parquet, jsonl or text, not '" + format + "'"));
        List<Format.Detail> details = new ArrayList<>();
        if (ledger) {
            details.add(Format.Detail.LEDGER);
        }
        if (labels) {
            details.add(Format.Detail.LABELS);
        }
        if (!details.isEmpty() && form == Format.TEXT) {
            throw new IllegalArgumentException("--ledger and --labels need the format parquet or jsonl");
        }
        if (!PARTITIONS.containsAll(partitionBy)) {
            throw new IllegalArgumentException("--partition-by takes language, site and month, not " + partitionBy);
        }
        Broadcast<SerializableConfiguration> storage = ReadOptions.storage(spark);
        Storage files = new Storage(storage.value().value());
        Settings settings = cleaning.settings(files);
        Winnow winnow = settings.winnow();
        Instant began = Instant.now();
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        CleanTask task = new CleanTask(
                context.broadcast(settings),
                form,
                details,
                partitionBy,
                reading.maxTime().toMillis(),
                report != null);
        Tally tally = new Tally(spark);
        ReadOptions.Reading read = reading.reading(storage);
        String rejected = output + "/" + REJECTED;
        JavaRDD<Row> rows = reading.pieces(spark, storage).mapPartitions(pieces -> {
            PieceReader documents = read.open(pieces.hasNext() ? pieces.next() : List.of());
            return new Articles(
                    task.clean(documents),
                    new RejectedPart(rejected, storage.value().value(), TaskContext.get()),
                    tally,
                    task.counted());
        });
        write(spark.createDataFrame(rows, type(form)), form);
        if (report != null) {
            tell(files, report, tally.statistics.value(), facts(winnow, began, tally));
        }
        say(tally.articles.value() + " articles in " + output
                + (tally.rejected.value() == 0
                        ? ""
                        : ", " + tally.rejected.value() + " documents rejected, listed in " + rejected));
        return 0;
    }

    private StructType type(Format form) {
        StructType type =
                form == Format.PARQUET ? ArticleStruct.TYPE : new StructType().add("value", DataTypes.StringType);
        for (String column : partitionBy) {
            type = type.add(column, DataTypes.StringType);
        }
        return type;
    }

    private void write(Dataset<Row> articles, Format form) {
        DataFrameWriter<Row> writer = articles.write()
                .mode(overwrite ? SaveMode.Overwrite : SaveMode.ErrorIfExists)
                .partitionBy(partitionBy.toArray(String[]::new));
        if (form == Format.PARQUET) {
            writer.option("compression", "zstd").parquet(output);
        } else {
            writer.text(output);
        }
    }

    private RunFacts facts(Winnow winnow, Instant began, Tally tally) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("inputs", String.join(" ", reading.inputs()));
        for (OptionSpec option : spec.options()) {
            if (!option.originalStringValues().isEmpty()
                    && !option.longestName().equals("--input")) {
                settings.put(option.longestName(), String.join(",", option.originalStringValues()));
            }
        }
        return new RunFacts(
                Version.current(),
                winnow.rules().digest(),
                settings,
                began,
                Duration.between(began, Instant.now()),
                spark.sparkContext().defaultParallelism(),
                tally.bytes.value(),
                0,
                RunFacts.packs(winnow.rules()));
    }

    private static void tell(Storage files, String folder, RunStatistics statistics, RunFacts facts)
            throws IOException {
        Path here = Files.createTempDirectory("winnow");
        try {
            RunReport.of(facts, statistics).write(here);
            for (String name : List.of("report.json", "report.html")) {
                files.write(folder + "/" + name, Files.readAllBytes(here.resolve(name)));
                Files.delete(here.resolve(name));
            }
        } finally {
            Files.delete(here);
        }
    }

    /** The counters of all tasks. Each partition counts once, even if its task runs several times. */
    private static final class Tally implements java.io.Serializable {
        private static final long serialVersionUID = 1;

        private final LongAccumulator articles;
        private final LongAccumulator rejected;
        private final LongAccumulator bytes;
        private final RunTally statistics = new RunTally();

        Tally(SparkSession spark) {
            articles = spark.sparkContext().longAccumulator("articles");
            rejected = spark.sparkContext().longAccumulator("set aside");
            bytes = spark.sparkContext().longAccumulator("bytes read");
            spark.sparkContext().register(statistics, "report");
        }
    }

    /** The articles of one task. Rejected documents are written to a file of the task. */
    private static final class Articles implements Iterator<Row> {

        private final Iterator<Outcome<Row>> outcomes;
        private final RejectedPart rejected;
        private final Tally tally;
        private final @Nullable RunStatistics statistics;
        private @Nullable Row next;
        private boolean ended;
        private boolean failed;

        Articles(Iterator<Outcome<Row>> outcomes, RejectedPart rejected, Tally tally, boolean counted) {
            this.outcomes = outcomes;
            this.rejected = rejected;
            this.tally = tally;
            this.statistics = counted ? new RunStatistics() : null;
            TaskContext task = TaskContext.get();
            task.addTaskFailureListener((TaskFailureListener) (context, error) -> failed = true);
            task.addTaskCompletionListener((TaskCompletionListener) context -> {
                try {
                    if (failed || !ended || context.isInterrupted()) {
                        rejected.forget();
                    } else {
                        rejected.commit();
                    }
                } catch (IOException broken) {
                    throw new java.io.UncheckedIOException(broken);
                }
            });
        }

        @Override
        public boolean hasNext() {
            while (next == null && outcomes.hasNext()) {
                Outcome<Row> outcome = outcomes.next();
                if (statistics != null) {
                    outcome.count(statistics);
                }
                next = outcome.article();
                if (next == null) {
                    setAside(outcome);
                } else {
                    tally.articles.add(1);
                }
            }
            if (next == null && !ended) {
                ended = true;
                if (statistics != null) {
                    tally.statistics.add(statistics);
                }
            }
            return next != null;
        }

        private void setAside(Outcome<Row> outcome) {
            tally.rejected.add(1);
            try {
                rejected.write(outcome);
            } catch (IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        }

        @Override
        public Row next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            Row row = next;
            next = null;
            return row;
        }
    }
}
