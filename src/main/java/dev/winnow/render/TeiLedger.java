package dev.winnow.render;

import dev.winnow.document.Article;
import dev.winnow.document.Label;
import dev.winnow.document.Ledger;
import dev.winnow.document.SourceDocument.Undecodable;
import dev.winnow.document.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the ledger in TEI. The body has an empty {@code <gap>} where labelled text was removed, so its text stays clean. The
 * back matter lists every change with the original text, its offsets in the decoded source, rule and reason. For one document.
 */
final class TeiLedger {

    private final List<Ledger.Entry> entries;
    private final List<Undecodable> pieces;
    private final List<Gap> gaps = new ArrayList<>();
    private int next;

    /**
     * A place where labelled text was removed.
     *
     * @param number number of the ledger entry, from 1
     * @param at offset in the text of the article
     * @param source offset in the decoded source
     */
    private record Gap(int number, int at, Span source, Label label) {}

    private TeiLedger(List<Ledger.Entry> entries, List<Undecodable> pieces) {
        this.entries = entries;
        this.pieces = pieces;
    }

    /** Writes nothing; for documents without the ledger. */
    static TeiLedger none() {
        return new TeiLedger(List.of(), List.of());
    }

    static TeiLedger of(Article article) {
        TeiLedger ledger = new TeiLedger(article.ledger().entries(), article.undecodable());
        ledger.findGaps(article.text());
        return ledger;
    }

    /** Finds the offsets of all gaps, in the way of {@link Ledger#restore}. */
    private void findGaps(String text) {
        int at = 0;
        int source = 0;
        for (int i = 0; i < entries.size(); i++) {
            Ledger.Entry entry = entries.get(i);
            at += entry.start() - source;
            if (entry.operation() == Ledger.Operation.DROP && entry.label() != null) {
                gaps.add(new Gap(i + 1, at, new Span(entry.start(), entry.end()), entry.label()));
            }
            at += entry.with().length();
            for (int time = 1; time < entry.times(); time++) {
                at = text.indexOf(entry.with(), at) + entry.with().length();
            }
            source = entry.end();
        }
    }

    /** Writes the gaps before a paragraph, as its siblings. */
    void gapsBefore(Article.Paragraph paragraph, int start, XmlOut xml) {
        while (next < gaps.size()
                && !isInside(gaps.get(next), paragraph, start)
                && gaps.get(next).at() <= start) {
            gap(gaps.get(next++), xml);
            xml.raw("\n");
        }
    }

    /** Writes the text of a paragraph with the gaps inside it. */
    void text(Article.Paragraph paragraph, int start, int from, XmlOut xml) {
        String text = paragraph.text();
        int at = from;
        while (next < gaps.size() && isInside(gaps.get(next), paragraph, start)) {
            int place = Math.max(at, gaps.get(next).at() - start);
            xml.lines(text, at, place);
            gap(gaps.get(next++), xml);
            at = place;
        }
        xml.lines(text, at, text.length());
    }

    /** Writes the gaps after the last paragraph. */
    void remainingGaps(XmlOut xml) {
        while (next < gaps.size()) {
            gap(gaps.get(next++), xml);
            xml.raw("\n");
        }
    }

    private static boolean isInside(Gap gap, Article.Paragraph paragraph, int start) {
        return gap.at() >= start
                && gap.at() <= start + paragraph.text().length()
                && gap.source().start() >= paragraph.source().start()
                && gap.source().end() <= paragraph.source().end();
    }

    private static void gap(Gap gap, XmlOut xml) {
        xml.empty(
                "gap",
                "n",
                String.valueOf(gap.number()),
                "reason",
                gap.label().key(),
                "unit",
                "chars",
                "quantity",
                String.valueOf(gap.source().end() - gap.source().start()));
    }

    /** Writes all changes as back matter; nothing if there are none. */
    void back(XmlOut xml) {
        if (entries.isEmpty() && pieces.isEmpty()) {
            return;
        }
        xml.raw("<back>\n<div type=\"ledger\">\n");
        for (int i = 0; i < entries.size(); i++) {
            entry(i + 1, entries.get(i), xml);
        }
        for (Undecodable piece : pieces) {
            xml.open("note", "type", JsonRenderer.DECODE);
            place(piece.offset(), piece.offset() + 1L, xml);
            xml.element("seg", piece.hex(), "type", "bytes").raw("</note>\n");
        }
        xml.raw("</div>\n</back>\n");
    }

    private static void entry(int number, Ledger.Entry entry, XmlOut xml) {
        String label = entry.label() == null ? null : entry.label().key();
        xml.open("note", "n", String.valueOf(number), "type", entry.operation().key(), "subtype", label);
        place(entry.start(), entry.end(), xml);
        if (entry.times() > 1) {
            number("times", entry.times(), xml);
        }
        xml.element("idno", entry.rule(), "type", "rule").element("seg", entry.why(), "type", "why");
        change(entry, label, xml);
        xml.raw("</note>\n");
    }

    private static void change(Ledger.Entry entry, @Nullable String label, XmlOut xml) {
        if (entry.operation() == Ledger.Operation.DROP) {
            xml.element("surplus", entry.text(), "reason", label, "xml:space", "preserve");
        } else {
            xml.raw("<choice>")
                    .element("orig", entry.text(), "xml:space", "preserve")
                    .element("reg", entry.with(), "xml:space", "preserve")
                    .raw("</choice>");
        }
    }

    private static void place(long start, long end, XmlOut xml) {
        number("start", start, xml);
        number("end", end, xml);
    }

    private static void number(String type, long value, XmlOut xml) {
        xml.element("num", String.valueOf(value), "type", type);
    }
}
