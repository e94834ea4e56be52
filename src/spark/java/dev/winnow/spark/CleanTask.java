package dev.winnow.spark;

import dev.winnow.document.Article;
import dev.winnow.render.Format;
import dev.winnow.render.Rendering;
import dev.winnow.run.Cleaning;
import dev.winnow.run.OrderedWork;
import dev.winnow.run.Outcome;
import dev.winnow.source.Input;
import java.io.Serializable;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;

/**
 * The cleaning of one task, as a value that can be sent to workers.
 *
 * @param settings the settings of cleaning
 * @param format {@code JSONL}, {@code TEXT} or {@code PARQUET}
 * @param details additional details to write
 * @param columns names of additional columns after those of the article: {@code language}, {@code site}, {@code month}
 * @param maxTime maximum time for one document, in milliseconds
 * @param counted true to collect facts for the report
 */
record CleanTask(
        Broadcast<Settings> settings,
        Format format,
        List<Format.Detail> details,
        List<String> columns,
        long maxTime,
        boolean counted)
        implements Serializable {

    /**
     * Cleans inputs and returns the outcomes in their order. Must be called in a Spark task; unfinished work is stopped when
     * the task ends.
     */
    Iterator<Outcome<Row>> clean(Iterator<Input> inputs) {
        TaskContext task = TaskContext.get();
        Cleaning<Row> cleaning = new Cleaning<>(
                settings.value().winnow(),
                renderer(),
                counted,
                Duration.ofMillis(maxTime),
                "use fewer cores for each executor, or more memory: --executor-memory",
                bug -> {});
        int slots = Math.max(
                1,
                SparkEnv.get()
                        .conf()
                        .getInt("spark.executor.cores", Runtime.getRuntime().availableProcessors()));
        OrderedWork.Results<Outcome<Row>> results = new OrderedWork<Input, Outcome<Row>>(
                        task.cpus(), Cleaning::weight, Cleaning.mostWeight(slots), cleaning.longest(), cleaning::late)
                .apart(inputs, cleaning::clean, () -> {
                    task.killTaskIfInterrupted();
                    return false;
                });
        task.addTaskCompletionListener((TaskCompletionListener) ended -> results.close());
        return results;
    }

    private Function<Article, Row> renderer() {
        Set<Format.Detail> wanted = EnumSet.noneOf(Format.Detail.class);
        wanted.addAll(details);
        Rendering rendering = Rendering.inStream(format, wanted);
        return article -> {
            byte[] bytes = rendering.render(article).bytes();
            @Nullable
            Object[] more = columns.stream().map(name -> column(article, name)).toArray();
            return format == Format.PARQUET ? ArticleStruct.row(bytes, more) : line(bytes, more);
        };
    }

    /**
     * Returns a row for the text writer of Spark, which adds one line feed. So a JSON line loses its own, and a text gets one
     * more: as on the command line, two blank lines separate texts.
     */
    private Row line(byte[] bytes, @Nullable Object[] more) {
        String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        @Nullable Object[] values = new @Nullable Object[1 + more.length];
        values[0] = format == Format.TEXT ? text + "\n" : text.substring(0, text.length() - 1);
        System.arraycopy(more, 0, values, 1, more.length);
        return RowFactory.create(values);
    }

    private static @Nullable Object column(Article article, String name) {
        return switch (name) {
            case "language" -> article.metadata().language();
            case "site" -> article.metadata().site();
            case "month" -> month(article.metadata().published());
            default -> throw new IllegalArgumentException("no column " + name);
        };
    }

    /** Returns the month as {@code yyyy-MM}; null if it is unknown. */
    private static @Nullable String month(@Nullable String date) {
        return date != null && date.length() >= 7 && date.charAt(0) != '-' && date.charAt(4) == '-'
                ? date.substring(0, 7)
                : null;
    }
}
