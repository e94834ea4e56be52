package dev.winnow.audit;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.Line;
import dev.winnow.document.SourceDocument;
import dev.winnow.restore.Cleaned;
import dev.winnow.source.Input;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what the kept lines of a record are. Where the output does not tell, its source, which the ledger restores, is cleaned again;
 * with other rules than those of the run, or where the source cannot be read by itself, some lines stay unknown. Thread-safe.
 */
public final class LineLabels {

    /** What the ids of changes begin with that turn markup into text. */
    private static final String OF_MARKUP = "html/";

    private final Winnow winnow;

    /** @param winnow with the rules of the run */
    public LineLabels(Winnow winnow) {
        this.winnow = winnow;
    }

    /** Whether the record was a page of HTML: its ledger tells of markup. */
    static boolean isHtml(Cleaned record) {
        return record.ledger().entries().stream().anyMatch(entry -> entry.rule().startsWith(OF_MARKUP));
    }

    /** The record cleaned again; null where its source cannot be read by itself. */
    @Nullable
    Article article(Cleaned record) {
        SourceDocument source = source(record);
        return source == null ? null : winnow.clean(source);
    }

    /** What a reader sees of a piece of a page, on one line. */
    String seen(String html) {
        return String.join(
                " ",
                winnow.page(document("-", html)).lines().stream()
                        .map(Line::text)
                        .toList());
    }

    private static SourceDocument document(String id, String html) {
        return SourceDocument.html(id, html);
    }

    /** For the text of each line the key of its label; of lines that stand twice, that of the one that was kept. */
    static Map<String, String> of(@Nullable Article article) {
        Map<String, String> labels = new HashMap<>();
        if (article == null) {
            return labels;
        }
        article.paragraphs()
                .forEach(line -> labels.putIfAbsent(line.text(), line.label().key()));
        // The run may have kept more than the policy here does.
        article.lines()
                .forEach(line -> labels.putIfAbsent(line.text(), line.label().key()));
        return labels;
    }

    /** As the run wrote them. */
    static Map<String, String> written(String text, List<Cleaned.Stretch> stretches) {
        Map<String, String> labels = new HashMap<>();
        for (Cleaned.Stretch stretch : stretches) {
            int start = Math.max(0, Math.min(stretch.start(), text.length()));
            int end = Math.max(start, Math.min(stretch.end(), text.length()));
            for (String line : text.substring(start, end).split("\n\n", -1)) {
                labels.putIfAbsent(line, stretch.label());
            }
        }
        return labels;
    }

    private SourceDocument atSite(SourceDocument document, @Nullable String site) {
        boolean known =
                site != null && winnow.rules().sites().ofHost(site, null).isPresent();
        return known ? document.withUrl("https://" + site + "/") : document;
    }

    private @Nullable SourceDocument source(Cleaned record) {
        if (isHtml(record)) {
            return atSite(document(record.source().id(), record.source().text()), record.site());
        }
        byte[] bytes = record.source().bytes();
        try (Inputs inputs = Inputs.of(List.of("-"), new ByteArrayInputStream(bytes), Limits.DEFAULT)) {
            Input only = inputs.hasNext() ? inputs.next() : null;
            if (only instanceof Input.Document read && !inputs.hasNext()) {
                return atSite(read.document(), record.site());
            }
            return null;
        }
    }
}
