package dev.winnow.spark;

import dev.winnow.document.SourceDocument;
import dev.winnow.render.Format;
import dev.winnow.render.Rendering;
import java.io.Serializable;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Cleans one document as a function of SQL. It has no time limit: a query that is to outlive its worst document takes {@link Cleaner} or
 * the job.
 */
abstract sealed class CleanFunction implements Serializable permits CleanText, CleanHtml {

    private static final long serialVersionUID = 1;

    private static final Rendering JSON = Rendering.inStream(Format.JSONL, Set.of());

    private final Settings settings;
    private final SourceDocument.Form form;

    CleanFunction(Settings settings, SourceDocument.Form form) {
        this.settings = settings;
        this.form = form;
    }

    /** Spark finds this by the interface that the class itself names. */
    public @Nullable Row call(@Nullable String content, @Nullable String url) {
        if (content == null) {
            return null;
        }
        SourceDocument document =
                SourceDocument.builder("-", form, content).url(url).build();
        return ArticleStruct.row(JSON.render(settings.winnow().clean(document)).bytes());
    }
}
