package dev.winnow.spark;

import dev.winnow.document.SourceDocument;
import dev.winnow.source.Limits;
import java.time.Duration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.jspecify.annotations.Nullable;

/**
 * {@code winnow_clean(text, url)}: the article of a text as a struct, with the columns of {@code --format parquet}; null of null. The
 * URL may be null. Also by name, as {@code spark.udf.registerJavaFunction} wants it.
 */
public final class CleanText extends CleanFunction implements UDF2<@Nullable String, @Nullable String, @Nullable Row> {

    private static final long serialVersionUID = 1;

    /** As {@code winnow clean} without options. */
    public CleanText() {
        this(Settings.DEFAULT);
    }

    public CleanText(Settings settings) {
        this(settings, Limits.DEFAULT_PARSING);
    }

    /** @param longest time for one document */
    public CleanText(Settings settings, Duration longest) {
        super(settings, SourceDocument.Form.TEXT, longest);
    }
}
