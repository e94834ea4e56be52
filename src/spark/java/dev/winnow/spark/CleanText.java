package dev.winnow.spark;

import dev.winnow.document.SourceDocument;
import dev.winnow.source.Limits;
import java.time.Duration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.jspecify.annotations.Nullable;

/**
 * The SQL function {@code winnow_clean(text, url)}: cleans a text and returns the article as a struct with the columns of
 * {@code --format parquet}. Returns null for a null text; the URL may be null. The class can also be registered by name with
 * {@code spark.udf.registerJavaFunction}.
 */
public final class CleanText extends CleanFunction implements UDF2<@Nullable String, @Nullable String, @Nullable Row> {

    private static final long serialVersionUID = 1;

    /** Creates a function that cleans like {@code winnow clean} without options. */
    public CleanText() {
        this(Settings.DEFAULT);
    }

    /** Creates a function with the default time limit of 60 seconds for one document. */
    public CleanText(Settings settings) {
        this(settings, Limits.DEFAULT_PARSING);
    }

    /** @param longest maximum time for one document */
    public CleanText(Settings settings, Duration longest) {
        super(settings, SourceDocument.Form.TEXT, longest);
    }
}
