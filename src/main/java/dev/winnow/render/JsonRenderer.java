package dev.winnow.render;

import dev.winnow.document.Article;
import dev.winnow.document.Article.Paragraph;
import dev.winnow.document.Label;
import dev.winnow.document.Ledger;
import dev.winnow.document.Metadata;
import dev.winnow.document.SourceDocument.Undecodable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON Lines: one object a line, with the top-level fields of Dolma and datatrove. Other programs rely on the fields and
 * their order: do not change them.
 */
final class JsonRenderer implements Renderer {

    /** Operation of ledger entries about decoding: restoring the original bytes needs them beside the decoded text. */
    static final String DECODE = "decode";

    /** Number of UTF-16 units between two lines of the text. */
    private static final int BETWEEN = 2;

    private final boolean withLedger;
    private final boolean withLabels;

    JsonRenderer(Set<Format.Detail> details) {
        this.withLedger = details.contains(Format.Detail.LEDGER);
        this.withLabels = details.contains(Format.Detail.LABELS);
    }

    @Override
    public void render(Article article, Utf8Buffer out) {
        Metadata metadata = article.metadata();
        JsonOut json = new JsonOut(out);
        json.open('{');
        json.field("id", article.id());
        json.field("text", article.text());
        json.field("source", metadata.site());
        json.field("created", day(metadata.published()));
        json.field("added", article.crawl() == null ? null : article.crawl().time());
        json.name("metadata").any(MetadataValues.of(article));
        winnow(article, json);
        if (withLabels) {
            labels(article.paragraphs(), json);
        }
        if (withLedger) {
            ledger(article, json);
        }
        json.close('}');
        out.ascii("\n");
    }

    private static void winnow(Article article, JsonOut json) {
        json.name("winnow").open('{');
        json.field("version", Version.current());
        json.field("rules", article.rules());
        json.share("kept", article.kept());
        json.name("article").open('{');
        json.field("verdict", article.presence().verdict().key());
        json.share("confidence", article.presence().confidence());
        json.close('}');
        json.field("warnings", article.warnings());
        if (article.charset() != null && !article.charset().equals(StandardCharsets.UTF_8.name())) {
            json.field("charset", article.charset());
        }
        json.close('}');
    }

    /** Writes the labels of the spans of the text. Neighbours with the same label become one span. */
    private static void labels(List<Paragraph> paragraphs, JsonOut json) {
        json.name("labels").open('[');
        int start = 0;
        for (int i = 0; i < paragraphs.size(); ) {
            Label label = paragraphs.get(i).label();
            int end = start + paragraphs.get(i++).text().length();
            while (i < paragraphs.size() && paragraphs.get(i).label() == label) {
                end += BETWEEN + paragraphs.get(i++).text().length();
            }
            json.open('{')
                    .field("start", start)
                    .field("end", end)
                    .field("label", label.key())
                    .close('}');
            start = end + BETWEEN;
        }
        json.close(']');
    }

    /** Writes changes and undecodable bytes, sorted by their offset in the decoded source. */
    private static void ledger(Article article, JsonOut json) {
        json.name("ledger").open('[');
        for (String note : article.ledger().notes()) {
            json.open('{');
            json.field("op", DECODE);
            json.field("start", 0);
            json.field("end", 0);
            json.field("rule", "source/reading");
            json.field("why", note);
            json.close('}');
        }
        List<Undecodable> pieces = article.undecodable();
        int piece = 0;
        for (Ledger.Entry entry : article.ledger().entries()) {
            while (piece < pieces.size() && pieces.get(piece).offset() < entry.start()) {
                decode(pieces.get(piece++), json);
            }
            entry(entry, json);
        }
        while (piece < pieces.size()) {
            decode(pieces.get(piece++), json);
        }
        json.close(']');
    }

    private static void entry(Ledger.Entry entry, JsonOut json) {
        json.open('{');
        json.field("op", entry.operation().key());
        json.field("start", entry.start());
        json.field("end", entry.end());
        if (entry.label() != null) {
            json.field("label", entry.label().key());
        }
        json.field("rule", entry.rule());
        json.field("why", entry.why());
        json.field("text", entry.text());
        if (entry.operation() != Ledger.Operation.DROP) {
            json.field("with", entry.with());
        }
        if (entry.times() > 1) {
            json.field("times", entry.times());
        }
        json.close('}');
    }

    private static void decode(Undecodable piece, JsonOut json) {
        json.open('{');
        json.field("op", DECODE);
        json.field("start", piece.offset());
        json.field("end", piece.offset() + 1L);
        json.field("rule", "source/charset");
        json.field("bytes", piece.hex());
        json.close('}');
    }

    /** Returns the day of a date or date-time; null if it is less precise than a day. */
    static @Nullable String day(@Nullable String date) {
        if (date == null || date.length() < 10 || date.charAt(4) != '-' || date.charAt(7) != '-') {
            return null;
        }
        for (int i = 0; i < 10; i++) {
            boolean digit = date.charAt(i) >= '0' && date.charAt(i) <= '9';
            if (i != 4 && i != 7 && !digit) {
                return null;
            }
        }
        return date.substring(0, 10);
    }
}
