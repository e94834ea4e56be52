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
 * Finds the labels of the kept lines of a record. If the output has no labels, the source, which the ledger restores, is
 * cleaned again. Some lines stay unknown if the rules differ from those of the run, or if the source cannot be read separately.
 * Thread-safe.
 */
public final class LineLabels {

    /** Prefix of the ids of edits that turn markup into text. */
    private static final String OF_MARKUP = "html/";

    private final Winnow winnow;

    /** @param winnow a Winnow with the rules of the run */
    public LineLabels(Winnow winnow) {
        this.winnow = winnow;
    }

    /** Whether the record was an HTML page: its ledger has edits of markup. */
    static boolean isHtml(Cleaned record) {
        return record.ledger().entries().stream().anyMatch(entry -> entry.rule().startsWith(OF_MARKUP));
    }

    /** Cleans the source of a record again; null if the source cannot be read as exactly one document. */
    @Nullable
    Article article(Cleaned record) {
        SourceDocument source = source(record);
        return source == null ? null : winnow.clean(source);
    }

    /** Returns the visible text of a piece of HTML, on one line. */
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

    /** Returns the label key of each line, by the line's text. If a text occurs twice, the label of the kept line is used. */
    static Map<String, String> of(@Nullable Article article) {
        Map<String, String> labels = new HashMap<>();
        if (article == null) {
            return labels;
        }
        article.paragraphs()
                .forEach(line -> labels.putIfAbsent(line.text(), line.label().key()));
        // The run may have kept more lines than the policy here keeps.
        article.lines()
                .forEach(line -> labels.putIfAbsent(line.text(), line.label().key()));
        return labels;
    }

    /** Returns the label key of each line, by the line's text, as the run wrote them. */
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
