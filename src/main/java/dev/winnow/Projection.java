package dev.winnow;

import dev.winnow.document.Article;
import dev.winnow.document.Edits;
import dev.winnow.document.LazyList;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.Reason;
import dev.winnow.document.Span;
import dev.winnow.document.TrackedText;
import dev.winnow.label.Labelling;
import dev.winnow.label.Verdict;
import dev.winnow.label.Verdicts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns verdicts into the article's text: what was removed becomes an edit with its reason, white space between what stays
 * becomes one blank line. For one document.
 */
final class Projection {

    private static final String BETWEEN = "\n\n";
    private static final Reason LAYOUT =
            new Reason("layout/paragraph", null, "paragraphs are set apart by one blank line");

    private final Page page;
    private final Verdicts verdicts;
    private final Edits edits;
    private long kept;
    private long all;

    Projection(Page page, Labelling labelling) {
        this.page = page;
        this.verdicts = labelling.verdicts();
        this.edits = new Edits(page.text().text(), verdicts.size() + 16);
    }

    /** The text with everything removed that the verdicts say. */
    TrackedText text() {
        String text = page.text().text();
        int at = 0;
        boolean any = false;
        int i = 0;
        while (i < verdicts.size()) {
            Line line = page.lines().get(i);
            Verdict verdict = verdicts.named(i);
            all += line.length();
            if (verdict != null && verdict.removed()) {
                gap(at, line.start(), "");
                int last = lastOfSameMatch(i);
                for (int k = i + 1; k <= last; k++) {
                    all += page.lines().get(k).length();
                }
                at = page.lines().get(last).end();
                edits.add(line.start(), at, "", verdict.reason());
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
        while (verdict.match() >= 0 && last + 1 < verdicts.size() && isSameMatch(verdict, verdicts.named(last + 1))) {
            last++;
        }
        return last;
    }

    private static boolean isSameMatch(Verdict verdict, @Nullable Verdict next) {
        return next != null
                && next.removed()
                && next.match() == verdict.match()
                && next.reason().equals(verdict.reason());
    }

    private void gap(int from, int to, String wanted) {
        String text = page.text().text();
        if (to - from != wanted.length() || !text.startsWith(wanted, from)) {
            edits.add(from, to, wanted, LAYOUT);
        }
    }

    private void keep(Line line, @Nullable Verdict verdict) {
        kept += line.length();
        if (verdict == null) {
            return;
        }
        for (Verdict.Cut cut : verdict.cuts()) {
            edits.add(line.start() + cut.start(), line.start() + cut.end(), "", cut.reason());
            kept -= cut.end() - cut.start();
        }
    }

    /** The lines that stay. */
    List<Article.Paragraph> paragraphs() {
        return new LazyList<>(() -> {
            List<Article.Paragraph> paragraphs = new ArrayList<>();
            for (Line line : page.lines()) {
                Verdict verdict = verdicts.get(line.index());
                if (!verdict.removed()) {
                    paragraphs.add(new Article.Paragraph(rest(line, verdict), verdict.label(), source(line)));
                }
            }
            return paragraphs;
        });
    }

    /** What the cuts leave of a line. */
    private static String rest(Line line, Verdict verdict) {
        if (verdict.cuts().isEmpty()) {
            return line.text();
        }
        StringBuilder rest = new StringBuilder();
        int at = 0;
        for (Verdict.Cut cut : verdict.cuts()) {
            rest.append(line.text(), at, cut.start());
            at = cut.end();
        }
        return rest.append(line.text(), at, line.length()).toString();
    }

    /** Every line with its label. */
    List<Article.LabelledLine> lines() {
        return new LazyList<>(() -> {
            List<Article.LabelledLine> lines = new ArrayList<>(verdicts.size());
            for (Line line : page.lines()) {
                lines.add(labelled(line, verdicts.get(line.index())));
            }
            return lines;
        });
    }

    private Article.LabelledLine labelled(Line line, Verdict verdict) {
        return new Article.LabelledLine(
                line.text(),
                verdict.label(),
                verdict.reason().rule(),
                verdict.reason().why(),
                !verdict.removed(),
                source(line));
    }

    private Span source(Line line) {
        return page.text().toSource(line.span());
    }

    /** Share of the lines' characters that stay, after {@link #text()}; 1 when there are none. */
    double share() {
        return all == 0 ? 1.0 : (double) kept / all;
    }
}
