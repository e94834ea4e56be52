package dev.winnow.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of cleaning one document: clean text, metadata, and what happened to the rest. Some lists ({@link LazyList}) are
 * built at the first read; until then the article keeps its document in memory.
 *
 * @param id the source document's id
 * @param text paragraphs joined by {@code "\n\n"}
 * @param paragraphs the kept lines, in order; lines that belong together are one paragraph
 * @param lines every line of the normalised document with its label, kept or not
 * @param ledger every change between the decoded source and {@code text}
 * @param presence whether the document holds an article at all
 * @param kept share of the characters of the source's lines that stayed, 0 to 1; 1 for an empty document
 * @param rules digest of the rule set that was applied
 * @param warnings what a person should look at: blocked budgets, wrong charset declarations
 * @param charset name of the charset that decoded the source; null when the input was text already
 * @param undecodable bytes that the charset alone would not restore, see {@link SourceDocument}
 * @param extra the source record's unknown fields, copied
 * @param crawl how the source was fetched; null when unknown
 */
public record Article(
        String id,
        String text,
        List<Paragraph> paragraphs,
        List<LabelledLine> lines,
        Metadata metadata,
        Ledger ledger,
        Presence presence,
        double kept,
        String rules,
        List<String> warnings,
        @Nullable String charset,
        List<SourceDocument.Undecodable> undecodable,
        Map<String, Object> extra,
        @Nullable Crawl crawl) {

    /**
     * One kept line, or several that belong together, such as those of a stanza.
     *
     * @param text as it stands in the article
     * @param label what it is
     * @param source its span in the decoded source
     * @param layout number of its block of code or other text whose white space matters; 0 for none
     */
    public record Paragraph(String text, Label label, Span source, int layout) {

        /** A paragraph whose white space does not matter. */
        public Paragraph(String text, Label label, Span source) {
            this(text, label, source, 0);
        }

        /** Whether line feeds and spaces must be shown unchanged. */
        public boolean isPreformatted() {
            return layout > 0;
        }
    }

    /**
     * One line of the document, kept or not.
     *
     * @param text the whole line, normalised
     * @param label what it is
     * @param rule the full id of the rule that decided, or the mechanism ({@code shape})
     * @param why the evidence, for a person
     * @param kept whether the line, or a part of it, is in the article's text
     * @param source its span in the decoded source
     */
    public record LabelledLine(String text, Label label, String rule, String why, boolean kept, Span source) {}

    public Article {
        paragraphs = LazyList.copyOf(paragraphs);
        lines = LazyList.copyOf(lines);
        warnings = List.copyOf(warnings);
        undecodable = List.copyOf(undecodable);
    }
}
