package dev.winnow.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import dev.winnow.render.Format;
import dev.winnow.run.Outcome;
import dev.winnow.source.FoundFile;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;

/** Cleans the rows of a dataset. */
public final class Cleaner {

    /** A row that failed has its id, and here why; of others it is null. */
    static final String REJECTED = "rejected";

    private static final StructType WHY =
            new StructType().add("cause", DataTypes.StringType).add("reason", DataTypes.StringType);

    private Cleaner() {}

    /**
     * How rows are cleaned.
     *
     * @param settings how a text comes out clean
     * @param ledger whether every change is told
     * @param labels whether it is told what each stretch of the text is
     * @param maxTime for one document
     */
    public record Options(Settings settings, boolean ledger, boolean labels, Duration maxTime) {

        /** As {@code winnow clean} without options. */
        public static final Options DEFAULT = new Options(Settings.DEFAULT, false, false, Limits.DEFAULT_PARSING);

        List<Format.Detail> details() {
            List<Format.Detail> details = new ArrayList<>();
            if (ledger) {
                details.add(Format.Detail.LEDGER);
            }
            if (labels) {
                details.add(Format.Detail.LABELS);
            }
            return details;
        }
    }

    /**
     * Cleans rows as the records of JSON Lines are cleaned: columns {@code id}, {@code url}, {@code text} or {@code html}, {@code
     * crawled}; others go to {@code metadata.extra}.
     *
     * @param rows with a column {@code id}, or {@code url} to take for it
     * @return for each row the columns of {@code --format parquet}, and {@code rejected}: null, or the cause and the reason why there is no
     *     article
     * @throws IllegalArgumentException if there is no column to tell rows apart, or none to clean
     */
    public static Dataset<Row> clean(Dataset<Row> rows, Options options) {
        List<String> columns = Arrays.asList(rows.columns());
        if (!columns.contains("id") && !columns.contains("url")) {
            throw new IllegalArgumentException(
                    "the rows have neither a column id nor url; their columns are " + columns);
        }
        if (!columns.contains("text") && !columns.contains("html")) {
            throw new IllegalArgumentException("the rows have no column text or html; their columns are " + columns);
        }
        CleanTask task = new CleanTask(
                JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext())
                        .broadcast(options.settings()),
                Format.PARQUET,
                options.details(),
                List.of(),
                options.maxTime().toMillis(),
                false);
        Dataset<Row> named = columns.contains("id") ? rows : rows.withColumn("id", col("url"));
        Column all = struct(Arrays.stream(named.columns())
                .map(name -> col("`" + name.replace("`", "``") + "`"))
                .toArray(Column[]::new));
        return named.select(to_json(all))
                .as(Encoders.STRING())
                .mapPartitions(
                        (MapPartitionsFunction<String, Row>) lines -> cleaned(lines, task),
                        Encoders.row(ArticleStruct.TYPE.add(REJECTED, WHY)));
    }

    private static Iterator<Row> cleaned(Iterator<String> lines, CleanTask task) {
        FoundFile rows = new FoundFile("row", "row", -1, true);
        Inputs inputs = Inputs.ofLines(new Lines(lines), rows, 0, Limits.DEFAULT);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) ended -> inputs.close());
        Iterator<Outcome<Row>> outcomes = task.clean(inputs);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return outcomes.hasNext();
            }

            @Override
            public Row next() {
                return row(outcomes.next());
            }
        };
    }

    private static Row row(Outcome<Row> outcome) {
        int columns = ArticleStruct.TYPE.size();
        @Nullable Object[] values = new @Nullable Object[columns + 1];
        Row article = outcome.article();
        if (article == null) {
            values[0] = outcome.id();
            values[columns] = RowFactory.create(outcome.cause(), outcome.reason());
        } else {
            for (int i = 0; i < columns; i++) {
                values[i] = article.get(i);
            }
        }
        return RowFactory.create(values);
    }

    /** Lines as a stream of bytes. */
    private static final class Lines extends InputStream {
        private final Iterator<String> lines;
        private byte[] line = {};
        private int next;

        Lines(Iterator<String> lines) {
            this.lines = lines;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (next == line.length) {
                if (!lines.hasNext()) {
                    return -1;
                }
                line = (lines.next() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
                next = 0;
            }
            int count = Math.min(length, line.length - next);
            System.arraycopy(line, next, into, offset, count);
            next += count;
            return count;
        }
    }
}
