package dev.winnow.spark;

import dev.winnow.Winnow;
import dev.winnow.model.Strictness;
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
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What recurs on the pages of sites. */
@Command(
        name = "stats",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Count what recurs on the pages of sites, for clean --stats. The file is that of winnow stats, to the byte.")
final class StatsJob implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final ReadOptions reading = new ReadOptions();

    @Option(names = "--output", paramLabel = "FILE", required = true, description = "Where the statistics go.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String output;

    @Option(
            names = "--with",
            paramLabel = "STEP",
            split = ",",
            description = "Normaliser steps that are off otherwise.")
    private List<String> with = new ArrayList<>();

    @Option(names = "--without", paramLabel = "STEP", split = ",", description = "Normaliser steps to leave out.")
    private List<String> without = new ArrayList<>();

    private final SparkSession spark;

    StatsJob(SparkSession spark) {
        this.spark = spark;
    }

    @Override
    public Integer call() throws IOException {
        Settings plain = Settings.DEFAULT;
        Settings settings = new Settings(
                plain.rules(),
                true,
                null,
                plain.policy(),
                plain.keep(),
                plain.drop(),
                with,
                without,
                Strictness.OFF.key(),
                null,
                null);
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
        spec.commandLine()
                .getErr()
                .println("winnow: statistics in " + output
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
                        20_000_000,
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
