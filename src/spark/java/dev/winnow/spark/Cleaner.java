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

    /**
     * Column with the cause and the reason why a row failed. A failed row has only this and its id; for other rows the column
     * is null.
     */
    static final String REJECTED = "rejected";

    private static final StructType WHY =
            new StructType().add("cause", DataTypes.StringType).add("reason", DataTypes.StringType);

    private Cleaner() {}

    /**
     * The options of cleaning rows.
     *
     * @param settings the settings of cleaning
     * @param ledger true to write the ledger of all changes
     * @param labels true to write the label of each stretch of the text
     * @param maxTime maximum time for one document
     */
    public record Options(Settings settings, boolean ledger, boolean labels, Duration maxTime) {

        /** The options of {@code winnow clean} without options. */
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
     * Cleans rows like records of JSON Lines. Known columns are {@code id}, {@code url}, {@code text} or {@code html}, and
     * {@code crawled}; the values of all others go to {@code metadata.extra}.
     *
     * @param rows rows with a column {@code id}; without it, {@code url} is used as id
     * @return for each row the columns of {@code --format parquet} and a column {@code rejected}: null, or the cause and the
     *     reason why there is no article
     * @throws IllegalArgumentException if there is no column {@code id} or {@code url}, or no column {@code text} or
     *     {@code html}
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

    /** A stream of the bytes of lines, in UTF-8 with line feeds. */
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
