package dev.winnow.spark;

import dev.winnow.source.Limits;
import java.time.Duration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The functions {@code winnow_clean(text, url)} and {@code winnow_html(html, url)}.
 *
 * <pre>{@code
 * WinnowFunctions.register(spark);
 * spark.sql("SELECT url, winnow_clean(text, url).text FROM pages");
 * }</pre>
 */
public final class WinnowFunctions {

    private WinnowFunctions() {}

    /** Registers both in a session, cleaning as {@code winnow clean} without options. */
    public static void register(SparkSession spark) {
        register(spark, Settings.DEFAULT);
    }

    /** Registers both in a session; what was registered before goes. */
    public static void register(SparkSession spark, Settings settings) {
        register(spark, settings, Limits.DEFAULT_PARSING);
    }

    /**
     * The same with a time limit.
     *
     * @param longest time for one document; what takes longer gives null. Looked at between the stages of cleaning
     */
    public static void register(SparkSession spark, Settings settings, Duration longest) {
        spark.udf().register("winnow_clean", new CleanText(settings, longest), ArticleStruct.TYPE);
        spark.udf().register("winnow_html", new CleanHtml(settings, longest), ArticleStruct.TYPE);
    }

    /** What both return; where a function is registered by its class's name, {@code type().toDDL()} is its type. */
    public static StructType type() {
        return ArticleStruct.TYPE;
    }
}
