package dev.winnow;

import dev.winnow.document.Article;
import dev.winnow.document.Block;
import dev.winnow.document.Edits;
import dev.winnow.document.Label;
import dev.winnow.document.LazyList;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.Reason;
import dev.winnow.document.Shape;
import dev.winnow.document.Span;
import dev.winnow.document.TrackedText;
import dev.winnow.label.Cuts;
import dev.winnow.label.Decision.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns verdicts into the article's text. Each removal becomes an edit with its reason; white space between kept lines becomes
 * one blank line. One instance serves one document.
 */
final class Projection {

    private static final String BETWEEN = "\n\n";
    private static final Reason LAYOUT =
            new Reason("layout/paragraph", null, "paragraphs are set apart by one blank line");

    /** Minimum number of lines of a stanza. At the head of a page, fewer lines are mostly a menu, a headline or a date. */
    private static final int FEWEST_OF_STANZA = 3;

    private final Page page;
    private final Verdicts verdicts;
    private final Edits edits;
    private @Nullable Boolean parted;
    private int firstProse = -1;
    private long kept;
    private long all;

    Projection(Page page, Verdicts verdicts) {
        this.page = page;
        this.verdicts = verdicts;
        this.edits = new Edits(page.text().text(), verdicts.size() + 16);
    }

    /** Returns the text without the lines and stretches that the verdicts remove. */
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
                gap(at, start(i), !any ? "" : isUnderTheOneBefore(i) ? "\n" : BETWEEN);
                keep(line, verdict);
                at = line.end();
                any = true;
                i++;
            }
        }
        gap(at, text.length(), "");
        return page.text().apply(edits);
    }

    /** Returns the offset where the kept text of a line begins; its indentation is included if it has a meaning. */
    private int start(int line) {
        return isLaidOut(line)
                ? page.indentedStart(line)
                : page.lines().get(line).start();
    }

    private boolean isLaidOut(int line) {
        return mayShow(line) && page.isIndented(line) && isKept(line);
    }

    /** Whether a kept line follows the line before it without a blank line, because both belong together. */
    private boolean isUnderTheOneBefore(int line) {
        return line > page.together(line).start() && mayShow(line) && isKept(line) && isKept(line - 1);
    }

    private boolean isKept(int line) {
        Verdict verdict = verdicts.named(line);
        return verdict == null || !verdict.removed();
    }

    /**
     * Whether a line may follow the line before it without a blank line. If no other lines are kept, no blank line shows which
     * lines belong together; then indentation must show it.
     */
    private boolean mayShow(int line) {
        return page.together(line).length() > 1
                && (page.isIndented(line) || page.isSpaced() && isParted() && isStanza(line));
    }

    /**
     * Whether adjacent lines belong together: three or more do, or two below prose. Two lines above prose may be a menu and a
     * headline.
     */
    private boolean isStanza(int line) {
        Span together = page.together(line);
        int from = line;
        while (from > together.start() && line - from < FEWEST_OF_STANZA && isKept(from - 1)) {
            from--;
        }
        int to = line + 1;
        while (to < together.end() && to - from < FEWEST_OF_STANZA && isKept(to)) {
            to++;
        }
        return to - from >= FEWEST_OF_STANZA || firstProse() < from;
    }

    /** Returns the index of the first kept sentence; the number of lines if there is none. */
    private int firstProse() {
        if (firstProse < 0) {
            firstProse = 0;
            while (firstProse < verdicts.size()
                    && !(isKept(firstProse) && page.lines().get(firstProse).is(Shape.SENTENCE_LIKE))) {
                firstProse++;
            }
        }
        return firstProse;
    }

    private boolean isParted() {
        if (parted == null) {
            parted = findParted();
        }
        return parted;
    }

    /** Whether at least two kept lines will have a blank line between them. */
    private boolean findParted() {
        int before = -1;
        for (int i = 0; i < verdicts.size(); i++) {
            if (isKept(i)) {
                if (before >= 0 && (before < page.together(i).start() || before < i - 1)) {
                    return true;
                }
                before = i;
            }
        }
        return false;
    }

    /** Returns the last of the adjacent lines that the same match removed for the same reason; they become one edit. */
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
        for (Stretch cut : verdict.cuts()) {
            edits.add(line.start() + cut.start(), line.start() + cut.end(), "", cut.reason());
            kept -= cut.end() - cut.start();
        }
    }

    /** Returns the kept lines as paragraphs; lines that belong together are one paragraph. */
    List<Article.Paragraph> paragraphs() {
        return new LazyList<>(() -> {
            List<Article.Paragraph> paragraphs = new ArrayList<>();
            int layout = 0;
            int i = 0;
            while (i < verdicts.size()) {
                Verdict verdict = verdicts.get(i);
                if (verdict.removed()) {
                    i++;
                    continue;
                }
                int next = i + 1;
                while (next < verdicts.size() && isUnderTheOneBefore(next)) {
                    next++;
                }
                boolean preformatted = verdict.label() == Label.BODY && (isLaidOut(i) || page.isPreformatted(i));
                layout += preformatted && !isInElementOfTheOneBefore(i) ? 1 : 0;
                paragraphs.add(new Article.Paragraph(
                        together(i, next), verdict.label(), source(i, next), preformatted ? layout : 0));
                i = next;
            }
            return paragraphs;
        });
    }

    @SuppressWarnings("ReferenceEquality") // Two elements may be equal and yet be different ones.
    private boolean isInElementOfTheOneBefore(int line) {
        Block block = page.block(page.lines().get(line));
        Block before = line == 0 ? null : page.block(page.lines().get(line - 1));
        return block != null && before != null && block.frame() == before.frame();
    }

    private String together(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            Line line = page.lines().get(i);
            text.append(i > from ? "\n" : "")
                    .append(page.text().text(), start(i), line.start())
                    .append(Cuts.rest(verdicts.get(i).cuts(), line));
        }
        return text.toString();
    }

    private Span source(int from, int to) {
        return page.text()
                .toSource(new Span(start(from), page.lines().get(to - 1).end()));
    }

    /** Returns every line of the page with its label. */
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

    /**
     * Returns the share of the lines' characters that are kept, from 0 to 1; 1 for a page without characters. Call
     * {@link #text()} first.
     */
    double share() {
        return all == 0 ? 1.0 : (double) kept / all;
    }
}
