package dev.winnow.render;

import dev.winnow.document.Article;
import dev.winnow.document.Article.Paragraph;
import dev.winnow.document.Label;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes the paragraphs of an article as {@code <text>}. TEI allows a head, byline, dateline or date of publication only at the
 * top of a division. Elsewhere, and for labels without a TEI element, the line is an {@code <ab>} with the label as its type. A
 * sub-heading begins a division. For one document.
 */
final class TeiText {

    /** Beginning of a list item: a bullet, or a number with its sign. */
    private static final Pattern MARK = Pattern.compile("^(?:[-*+•·▪◦‣–]|(\\d{1,9}[.)]))\\s+");

    private final Article article;
    private final TeiLedger ledger;
    private final XmlOut xml;

    /** The element that the next line may continue: {@code list} or {@code figure}. */
    private @Nullable String open;

    private boolean inSection;
    /** Whether the division may still have a head: nothing before it forbids one. */
    private boolean atTop = true;

    TeiText(Article article, TeiLedger ledger, XmlOut xml) {
        this.article = article;
        this.ledger = ledger;
        this.xml = xml;
    }

    void write(@Nullable String language) {
        xml.open("text", "xml:lang", language).raw("\n<body>\n<div type=\"article\">\n");
        int start = 0;
        for (Paragraph paragraph : article.paragraphs()) {
            begin(paragraph, start);
            start += paragraph.text().length() + 2;
        }
        continueOnly(null);
        ledger.remainingGaps(xml);
        if (article.paragraphs().isEmpty()) {
            xml.raw("<p/>\n");
        }
        if (inSection) {
            xml.raw("</div>\n");
        }
        xml.raw("</div>\n</body>\n");
        ledger.back(xml);
        xml.raw("</text>\n");
    }

    private void begin(Paragraph paragraph, int start) {
        String container = container(paragraph.label());
        continueOnly(container);
        ledger.gapsBefore(paragraph, start, xml);
        if (paragraph.label() == Label.HEADING) {
            xml.raw(inSection ? "</div>\n" : "").raw("<div type=\"section\">\n");
            inSection = true;
            atTop = true;
        }
        if (container != null && open == null) {
            openContainer(container, paragraph);
        }
        paragraph(paragraph, start);
    }

    private static @Nullable String container(Label label) {
        return switch (label) {
            case LIST -> "list";
            case CAPTION, CREDIT -> "figure";
            default -> null;
        };
    }

    private void continueOnly(@Nullable String container) {
        if (open != null && !open.equals(container)) {
            xml.close(open).raw("\n");
            open = null;
        }
    }

    private void openContainer(String container, Paragraph paragraph) {
        open = container;
        if (container.equals("list")) {
            Matcher mark = MARK.matcher(paragraph.text());
            boolean numbered = mark.find() && mark.group(1) != null;
            xml.open("list", "rend", numbered ? "numbered" : "bulleted").raw("\n");
            atTop = false;
        } else {
            xml.open(container).raw("\n");
        }
    }

    private void paragraph(Paragraph paragraph, int start) {
        String type = paragraph.label().key();
        switch (paragraph.label()) {
            case BODY -> block(paragraph.isPreformatted() ? "ab" : "p", null, paragraph, start);
            case QUOTE -> block("quote", null, paragraph, start);
            case LIST -> item(paragraph, start);
            case HEADING -> element("head", null, paragraph, start);
            case TITLE -> atTopOnly("head", "main", paragraph, start);
            case STANDFIRST -> atTopOnly("head", "sub", paragraph, start);
            case BYLINE -> atTopOnly("byline", null, paragraph, start);
            case DATELINE -> atTopOnly("dateline", null, paragraph, start);
            case TIMESTAMP -> atTopOnly("docDate", null, paragraph, start);
            case CAPTION -> element("head", null, paragraph, start);
            case CREDIT -> element("ab", type, paragraph, start);
            // A note, like a figure, is allowed anywhere.
            case CORRECTION -> element("note", type, paragraph, start);
            default -> block("ab", type, paragraph, start);
        }
    }

    private void item(Paragraph paragraph, int start) {
        Matcher mark = MARK.matcher(paragraph.text());
        int from = mark.find() ? mark.end() : 0;
        xml.open("item", "n", from == 0 ? null : mark.group().strip());
        ledger.text(paragraph, start, from, xml);
        xml.raw("</item>\n");
    }

    private void atTopOnly(String element, @Nullable String type, Paragraph paragraph, int start) {
        if (atTop) {
            element(element, type, paragraph, start);
        } else {
            block("ab", paragraph.label().key(), paragraph, start);
        }
    }

    private void block(String element, @Nullable String type, Paragraph paragraph, int start) {
        atTop = false;
        element(element, type, paragraph, start);
    }

    private void element(String element, @Nullable String type, Paragraph paragraph, int start) {
        boolean code = paragraph.isPreformatted();
        xml.open(element, "type", code ? "preformatted" : type, "xml:space", code ? "preserve" : null);
        ledger.text(paragraph, start, 0, xml);
        xml.close(element).raw("\n");
    }
}
