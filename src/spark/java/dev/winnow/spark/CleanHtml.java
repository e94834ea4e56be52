package dev.winnow.spark;

import dev.winnow.document.SourceDocument;
import dev.winnow.source.Limits;
import java.time.Duration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.jspecify.annotations.Nullable;

/** {@code winnow_html(html, url)}: the same of a page of HTML, see {@link CleanText}. */
public final class CleanHtml extends CleanFunction implements UDF2<@Nullable String, @Nullable String, @Nullable Row> {

    private static final long serialVersionUID = 1;

    /** As {@code winnow clean} without options. */
    public CleanHtml() {
        this(Settings.DEFAULT);
    }

    public CleanHtml(Settings settings) {
        this(settings, Limits.DEFAULT_PARSING);
    }

    /** @param longest time for one document */
    public CleanHtml(Settings settings, Duration longest) {
        super(settings, SourceDocument.Form.HTML, longest);
    }
}
