package dev.winnow.spark;

import dev.winnow.run.Cleaning;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import picocli.CommandLine.Option;

/** What is read, and how. */
final class ReadOptions {

    private static final Set<String> FIELDS = Set.of("text", "html", "id", "url", "crawled");

    @Option(
            names = "--input",
            paramLabel = "INPUT",
            arity = "1..*",
            required = true,
            description =
                    "Files, folders and globs on any file system of Hadoop: what winnow clean takes, but PDF, office documents and mail.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--columns",
            paramLabel = "FIELD=COLUMN",
            split = ",",
            description = "Columns of Parquet files that have other names, for example text=body,id=url.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Tasks that the input is dealt to. Default: one for 32 MB.")
    private int partitions;

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            description = "Largest document taken, for example 200M. Default: 64M.")
    private String maxSize = "64M";

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            description = "Time for one document, for example 90s; what takes longer is set aside. Default: 60s.")
    private String maxTime = "60s";

    List<String> inputs() {
        return inputs;
    }

    Duration maxTime() {
        return Cleaning.parseTime(maxTime);
    }

    /** The pieces of the inputs, one partition a task; and the files' system. */
    JavaRDD<List<Piece>> pieces(SparkSession spark, Broadcast<SerializableConfiguration> storage) throws IOException {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        List<List<Piece>> tasks = new Pieces(context, storage).find(inputs, partitions);
        return context.parallelize(tasks, tasks.size());
    }

    static Broadcast<SerializableConfiguration> storage(SparkSession spark) {
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .broadcast(new SerializableConfiguration(spark.sessionState().newHadoopConf()));
    }

    /** How a task reads, by value. */
    Reading reading(Broadcast<SerializableConfiguration> storage) {
        Map<String, String> fields = new LinkedHashMap<>();
        columns.forEach((field, column) -> {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException("--columns knows the fields "
                        + FIELDS.stream().sorted().toList() + ", not '" + field + "'; write FIELD=COLUMN");
            }
            fields.put(column, field);
        });
        return new Reading(storage, fields, Limits.parseSize(maxSize), maxTime().toMillis());
    }

    /**
     * How a task reads.
     *
     * @param columns see {@link Inputs#ofRows}
     * @param maxSize in bytes
     * @param maxTime in milliseconds
     */
    record Reading(Broadcast<SerializableConfiguration> storage, Map<String, String> columns, int maxSize, long maxTime)
            implements java.io.Serializable {

        /** The documents of some pieces; to be called in a task, with which it ends. */
        PieceReader open(List<Piece> pieces) {
            PieceReader reader = new PieceReader(
                    new Storage(storage.value().value()),
                    pieces.iterator(),
                    columns,
                    Limits.DEFAULT.withMaxDocumentBytes(maxSize).withMaxParsing(Duration.ofMillis(maxTime)));
            TaskContext.get().addTaskCompletionListener((TaskCompletionListener) ended -> reader.close());
            return reader;
        }
    }
}
