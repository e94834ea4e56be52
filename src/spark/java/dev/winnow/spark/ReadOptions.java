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

/** Options for the input of a job. */
final class ReadOptions {

    private static final Set<String> FIELDS = Set.of("text", "html", "id", "url", "crawled");

    @Option(
            names = "--input",
            paramLabel = "INPUT",
            arity = "1..*",
            required = true,
            description =
                    "Files, folders and globs on any file system of Hadoop: the formats of winnow clean except PDF, office documents and mail.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--columns",
            paramLabel = "FIELD=COLUMN",
            split = ",",
            description =
                    "Names of columns in Parquet files, if they differ from the field names, for example text=body,id=url.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Number of tasks. Default: one for each 32 MB of input.")
    private int partitions;

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            description = "Maximum size of a document, for example 200M. Default: 64M.")
    private String maxSize = "64M";

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            description =
                    "Maximum time for one document, for example 90s. A document that takes longer is rejected. Default: 60s.")
    private String maxTime = "60s";

    List<String> inputs() {
        return inputs;
    }

    Duration maxTime() {
        return Cleaning.parseTime(maxTime);
    }

    /** Finds the pieces of the inputs and returns them as an RDD, one partition per task. */
    JavaRDD<List<Piece>> pieces(SparkSession spark, Broadcast<SerializableConfiguration> storage) throws IOException {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        List<List<Piece>> tasks = new Pieces(context, storage).find(inputs, partitions);
        return context.parallelize(tasks, tasks.size());
    }

    static Broadcast<SerializableConfiguration> storage(SparkSession spark) {
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .broadcast(new SerializableConfiguration(spark.sessionState().newHadoopConf()));
    }

    /** Returns the options of reading as a value that can be sent to workers. */
    Reading reading(Broadcast<SerializableConfiguration> storage) {
        Map<String, String> fields = new LinkedHashMap<>();
        columns.forEach((field, column) -> {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException("--columns takes the fields "
                        + FIELDS.stream().sorted().toList() + ", not '" + field + "'; write FIELD=COLUMN");
            }
            fields.put(column, field);
        });
        return new Reading(storage, fields, Limits.parseSize(maxSize), maxTime().toMillis());
    }

    /**
     * The options of reading, for a task.
     *
     * @param columns see {@link Inputs#ofRows}
     * @param maxSize maximum size of a document, in bytes
     * @param maxTime maximum time for one document, in milliseconds
     */
    record Reading(Broadcast<SerializableConfiguration> storage, Map<String, String> columns, int maxSize, long maxTime)
            implements java.io.Serializable {

        /** Opens a reader of pieces. Must be called in a Spark task; the reader is closed when the task ends. */
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
