package dev.winnow.spark;

import dev.winnow.source.Limits;
import java.time.Duration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Registers the SQL functions {@code winnow_clean(text, url)} and {@code winnow_html(html, url)}.
 *
 * <pre>{@code
 * WinnowFunctions.register(spark);
 * spark.sql("SELECT url, winnow_clean(text, url).text FROM pages");
 * }</pre>
 */
public final class WinnowFunctions {

    private WinnowFunctions() {}

    /** Registers both functions in a session. They clean like {@code winnow clean} without options. */
    public static void register(SparkSession spark) {
        register(spark, Settings.DEFAULT);
    }

    /** Registers both functions in a session, in place of earlier ones. */
    public static void register(SparkSession spark, Settings settings) {
        register(spark, settings, Limits.DEFAULT_PARSING);
    }

    /**
     * Registers both functions in a session, with a time limit.
     *
     * @param longest maximum time for one document, checked between the stages of cleaning; the result is null for a document
     *     that takes longer
     */
    public static void register(SparkSession spark, Settings settings, Duration longest) {
        spark.udf().register("winnow_clean", new CleanText(settings, longest), ArticleStruct.TYPE);
        spark.udf().register("winnow_html", new CleanHtml(settings, longest), ArticleStruct.TYPE);
    }

    /**
     * Returns the result type of both functions. To register a function by its class name, pass {@code type().toDDL()} as its
     * type.
     */
    public static StructType type() {
        return ArticleStruct.TYPE;
    }
}
