package dev.winnow.audit;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import dev.winnow.source.Loaded;
import dev.winnow.writer.Cleaned;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what the kept lines of a record are. The output does not tell, so its source, which the ledger restores, is cleaned again;
 * with other rules than those of the run, or where the source cannot be read by itself, some lines stay unknown. Thread-safe.
 */
public final class LineLabels {

    private final Winnow winnow;

    /** @param winnow with the rules of the run */
    public LineLabels(Winnow winnow) {
        this.winnow = winnow;
    }

    /** For the text of each line the key of its label; of lines that stand twice, that of the one that was kept. */
    Map<String, String> of(Cleaned record) {
        SourceDocument source = source(record);
        if (source == null) {
            return Map.of();
        }
        Article article = winnow.clean(source);
        Map<String, String> labels = new HashMap<>();
        article.paragraphs()
                .forEach(line -> labels.putIfAbsent(line.text(), line.label().key()));
        // The run may have kept more than the policy here does.
        article.lines()
                .forEach(line -> labels.putIfAbsent(line.text(), line.label().key()));
        return labels;
    }

    private @Nullable SourceDocument source(Cleaned record) {
        byte[] bytes = record.source().bytes();
        try (Inputs inputs = Inputs.of(List.of("-"), new ByteArrayInputStream(bytes), Limits.DEFAULT)) {
            Loaded only = inputs.hasNext() ? inputs.next() : null;
            if (only instanceof Loaded.Document read && !inputs.hasNext()) {
                SourceDocument document = read.document();
                String site = record.site();
                boolean known =
                        site != null && winnow.rules().siteOfHost(site, null).isPresent();
                return known ? document.withUrl("https://" + site + "/") : document;
            }
            return null;
        }
    }
}
