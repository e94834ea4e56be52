package dev.winnow.spark;

import dev.winnow.document.SourceDocument;
import dev.winnow.render.Format;
import dev.winnow.render.Rendering;
import dev.winnow.run.Cleaning;
import dev.winnow.source.Input;
import java.io.Serializable;
import java.time.Duration;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Cleans one document as an SQL function. The result is null for a document that takes too much time or memory or meets a bug.
 * {@link Cleaner} and the job also report the reason.
 */
abstract sealed class CleanFunction implements Serializable permits CleanText, CleanHtml {

    private static final long serialVersionUID = 1;

    private static final Rendering JSON = Rendering.inStream(Format.JSONL, Set.of());

    private final Settings settings;
    private final SourceDocument.Form form;
    private final Duration longest;

    /** @param longest maximum time for one document */
    CleanFunction(Settings settings, SourceDocument.Form form, Duration longest) {
        this.settings = settings;
        this.form = form;
        this.longest = longest;
    }

    /** Public, because Spark calls it through the interface of the subclass. */
    public @Nullable Row call(@Nullable String content, @Nullable String url) {
        if (content == null) {
            return null;
        }
        SourceDocument document =
                SourceDocument.builder("-", form, content).url(url).build();
        Cleaning<Row> cleaning = new Cleaning<>(
                settings.winnow(),
                article -> ArticleStruct.row(JSON.render(article).bytes()),
                false,
                longest,
                "",
                bug -> {});
        try (Alarm alarm = Alarm.after(longest)) {
            return cleaning.clean(new Input.Document("-", document)).article();
        }
    }
}
