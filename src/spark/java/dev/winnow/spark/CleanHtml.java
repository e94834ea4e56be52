package dev.winnow.spark;

import dev.winnow.document.SourceDocument;
import dev.winnow.source.Limits;
import java.time.Duration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.jspecify.annotations.Nullable;

/** The SQL function {@code winnow_html(html, url)}: cleans an HTML page; otherwise like {@link CleanText}. */
public final class CleanHtml extends CleanFunction implements UDF2<@Nullable String, @Nullable String, @Nullable Row> {

    private static final long serialVersionUID = 1;

    /** Creates a function that cleans like {@code winnow clean} without options. */
    public CleanHtml() {
        this(Settings.DEFAULT);
    }

    /** Creates a function with the default time limit of 60 seconds for one document. */
    public CleanHtml(Settings settings) {
        this(settings, Limits.DEFAULT_PARSING);
    }

    /** @param longest maximum time for one document */
    public CleanHtml(Settings settings, Duration longest) {
        super(settings, SourceDocument.Form.HTML, longest);
    }
}
