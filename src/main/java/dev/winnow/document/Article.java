package dev.winnow.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result: clean text, what is known about it, and what happened to the rest. Lists that not everyone reads
 * ({@link LazyList}) are made when they are first read; until then the article holds on to its document.
 *
 * @param id the source document's id
 * @param text paragraphs joined by {@code "\n\n"}
 * @param paragraphs the kept lines, in order, those that belong together as one
 * @param lines every line of the normalised document with its label, kept or not
 * @param ledger every change between the decoded source and {@code text}
 * @param presence whether the document holds an article at all
 * @param kept characters of the source's lines that stayed, as a share of all; 1 for an empty document
 * @param rules digest of the rule set that was applied
 * @param warnings what a person should look at: blocked budgets, wrong charset declarations
 * @param charset name of the charset the source was decoded with; null when it came as text
 * @param undecodable bytes that were no text, see {@link SourceDocument}
 * @param extra the source record's unknown fields, passed through
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
     * @param source where it stood in the decoded source
     * @param layout the number of the block of code, or of other text whose white space matters, that it is part of; 0 for none
     */
    public record Paragraph(String text, Label label, Span source, int layout) {

        /** A paragraph whose white space does not matter. */
        public Paragraph(String text, Label label, Span source) {
            this(text, label, source, 0);
        }

        /** Whether line feeds and spaces are to be shown as they are. */
        public boolean isPreformatted() {
            return layout > 0;
        }
    }

    /**
     * One line of the document, kept or not.
     *
     * @param text the whole line, normalised
     * @param label what it is
     * @param rule the full id of the rule that said so, or the mechanism ({@code shape})
     * @param why the evidence, for a person
     * @param kept whether it, or a part of it, stands in the article's text
     * @param source where it stood in the decoded source
     */
    public record LabelledLine(String text, Label label, String rule, String why, boolean kept, Span source) {}

    public Article {
        paragraphs = LazyList.copyOf(paragraphs);
        lines = LazyList.copyOf(lines);
        warnings = List.copyOf(warnings);
        undecodable = List.copyOf(undecodable);
    }
}
