package dev.winnow.spark;

import dev.winnow.Winnow;
import dev.winnow.run.Cleaning;
import dev.winnow.run.OrderedWork;
import dev.winnow.source.Input;
import dev.winnow.stats.CountedPage;
import dev.winnow.stats.PageReader;
import dev.winnow.stats.Statistics;
import dev.winnow.stats.StatisticsCollector;
import dev.winnow.stats.StatisticsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The job {@code stats}: counts the lines that recur on the pages of sites. */
@Command(
        name = "stats",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Count the lines that recur on the pages of sites, for clean --stats. The file is the same as that of winnow stats, to the byte.")
final class StatsJob extends Job {

    @Option(names = "--output", paramLabel = "FILE", required = true, description = "File for the statistics.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String output;

    @Mixin
    private final StepOptions steps = new StepOptions();

    StatsJob(SparkSession spark) {
        super(spark);
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = Settings.ofSteps(steps.with(), steps.without());
        settings.winnow();
        Broadcast<SerializableConfiguration> storage = ReadOptions.storage(spark);
        Broadcast<Settings> sent =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(settings);
        LongAccumulator failed = spark.sparkContext().longAccumulator("pages that failed");
        ReadOptions.Reading read = reading.reading(storage);
        JavaRDD<byte[]> parts = reading.pieces(spark, storage)
                .mapPartitions(pieces -> List.of(counted(
                                read.open(pieces.hasNext() ? pieces.next() : List.of()), sent.value(), read, failed))
                        .iterator());
        byte[] all = parts.treeReduce(StatsJob::merged);
        new Storage(storage.value().value()).write(output, all);
        say("statistics in " + output
                + (failed.value() == 0 ? "" : "; pages that could not be read: " + failed.value()));
        return 0;
    }

    private static byte[] counted(
            Iterator<Input> inputs, Settings settings, ReadOptions.Reading read, LongAccumulator failed) {
        Winnow winnow = settings.winnow();
        PageReader pages = new PageReader(winnow.rules().lexicons());
        StatisticsCollector collector = new StatisticsCollector();
        TaskContext task = TaskContext.get();
        record Counted(@Nullable CountedPage page) {}
        try (OrderedWork.Results<Counted> results = new OrderedWork<Input, Counted>(
                        task.cpus(),
                        Cleaning::weight,
                        Cleaning.LITTLE_WEIGHT,
                        Duration.ofMillis(read.maxTime()),
                        late -> new Counted(null))
                .apart(
                        inputs,
                        input -> {
                            try {
                                return new Counted(
                                        input instanceof Input.Document document
                                                ? pages.read(document.document(), winnow.page(document.document()))
                                                : null);
                            } catch (RuntimeException | StackOverflowError left) {
                                return new Counted(null);
                            }
                        },
                        () -> {
                            task.killTaskIfInterrupted();
                            return false;
                        })) {
            while (results.hasNext()) {
                CountedPage page = results.next().page();
                if (page == null) {
                    failed.add(1);
                } else {
                    collector.add(page);
                }
            }
        }
        return bytes(collector);
    }

    private static byte[] merged(byte[] one, byte[] other) {
        try {
            StatisticsCollector both = new StatisticsCollector();
            both.add(Statistics.read(one));
            both.add(Statistics.read(other));
            return bytes(both);
        } catch (StatisticsException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(StatisticsCollector collector) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            collector.statistics().write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
