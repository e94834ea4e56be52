package dev.winnow;

import dev.winnow.document.Article;
import dev.winnow.document.Edit;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.Reason;
import dev.winnow.document.Span;
import dev.winnow.document.TrackedText;
import dev.winnow.label.Labelling;
import dev.winnow.label.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns verdicts into the article's text: what was removed becomes an edit with its reason, white space between what stays
 * becomes one blank line. For one document.
 */
final class Projection {

    private static final String BETWEEN = "\n\n";
    private static final Reason LAYOUT =
            new Reason("layout/paragraph", null, "paragraphs are set apart by one blank line");

    private final Page page;
    private final List<Verdict> verdicts;
    private final List<Edit> edits = new ArrayList<>();
    private final List<Article.Paragraph> paragraphs = new ArrayList<>();
    private long kept;
    private long all;

    Projection(Page page, Labelling labelling) {
        this.page = page;
        this.verdicts = labelling.verdicts();
    }

    /** The text with everything removed that the verdicts say. */
    TrackedText text() {
        String text = page.text().text();
        int at = 0;
        boolean any = false;
        int i = 0;
        while (i < verdicts.size()) {
            Line line = page.lines().get(i);
            Verdict verdict = verdicts.get(i);
            all += line.text().length();
            if (verdict.removed()) {
                gap(at, line.start(), "");
                int last = lastOfSameMatch(i);
                for (int k = i + 1; k <= last; k++) {
                    all += page.lines().get(k).text().length();
                }
                at = page.lines().get(last).end();
                edits.add(new Edit(line.start(), at, "", verdict.reason()));
                i = last + 1;
            } else {
                gap(at, line.start(), any ? BETWEEN : "");
                keep(line, verdict);
                at = line.end();
                any = true;
                i++;
            }
        }
        gap(at, text.length(), "");
        return page.text().apply(edits);
    }

    /** Neighbouring lines that one match removed for one reason are one removal. */
    private int lastOfSameMatch(int first) {
        Verdict verdict = verdicts.get(first);
        int last = first;
        while (verdict.match() >= 0
                && last + 1 < verdicts.size()
                && verdicts.get(last + 1).removed()
                && verdicts.get(last + 1).match() == verdict.match()
                && verdicts.get(last + 1).reason().equals(verdict.reason())) {
            last++;
        }
        return last;
    }

    private void gap(int from, int to, String wanted) {
        String text = page.text().text();
        if (to - from != wanted.length() || !text.startsWith(wanted, from)) {
            edits.add(new Edit(from, to, wanted, LAYOUT));
        }
    }

    private void keep(Line line, Verdict verdict) {
        String text = line.text();
        if (!verdict.cuts().isEmpty()) {
            StringBuilder rest = new StringBuilder();
            int at = 0;
            for (Verdict.Cut cut : verdict.cuts()) {
                edits.add(new Edit(line.start() + cut.start(), line.start() + cut.end(), "", cut.reason()));
                rest.append(text, at, cut.start());
                at = cut.end();
            }
            text = rest.append(text, at, text.length()).toString();
        }
        kept += text.length();
        paragraphs.add(new Article.Paragraph(text, verdict.label(), source(line)));
    }

    private Span source(Line line) {
        return page.text().toSource(line.span());
    }

    /** The lines that stay, after {@link #text()}. */
    List<Article.Paragraph> paragraphs() {
        return paragraphs;
    }

    /** Every line with its label. */
    List<Article.LabelledLine> lines() {
        List<Article.LabelledLine> lines = new ArrayList<>(verdicts.size());
        for (Line line : page.lines()) {
            Verdict verdict = verdicts.get(line.index());
            lines.add(new Article.LabelledLine(
                    line.text(),
                    verdict.label(),
                    verdict.reason().rule(),
                    verdict.reason().why(),
                    !verdict.removed(),
                    source(line)));
        }
        return lines;
    }

    /** Share of the lines' characters that stay, after {@link #text()}; 1 when there are none. */
    double share() {
        return all == 0 ? 1.0 : (double) kept / all;
    }
}
