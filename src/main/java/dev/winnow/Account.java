package dev.winnow;

import dev.winnow.document.Article;
import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.label.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * An article and what became of each stretch of its page; for statistics over many documents. Lighter than the article's own
 * lists, which also know every stretch's place in the source.
 *
 * @param stretches all characters of the page's lines, in the order of lines
 * @param keptLines the lines that stay whole, in order, but for those too long to be a phrase that repeats
 */
public record Account(Article article, List<Stretch> stretches, List<KeptLine> keptLines) {

    /** In UTF-16 units; what is longer is prose that no other page has. */
    private static final int LONGEST_KEPT = 160;

    /** A line that stays whole. */
    public record KeptLine(String text, Label label, String rule) {}

    /**
     * A line, a part of one, or lines that follow one another and stay for the same reason.
     *
     * @param label what it is
     * @param rule the full id of the rule that said so, or the mechanism
     * @param kept whether it stands in the article's text
     * @param lines how many lines, whole or in part
     * @param length in UTF-16 units
     * @param text what was removed; empty for what was kept
     */
    public record Stretch(Label label, String rule, boolean kept, int lines, int length, String text) {}

    public Account {
        stretches = List.copyOf(stretches);
        keptLines = List.copyOf(keptLines);
    }

    static Account of(Article article, Page page, List<Verdict> verdicts) {
        List<Stretch> stretches = new ArrayList<>();
        List<KeptLine> keptLines = new ArrayList<>();
        for (Line line : page.lines()) {
            Verdict verdict = verdicts.get(line.index());
            String rule = verdict.reason().rule();
            if (verdict.removed()) {
                stretches.add(new Stretch(verdict.label(), rule, false, 1, line.length(), line.text()));
                continue;
            }
            if (verdict.cuts().isEmpty() && line.length() <= LONGEST_KEPT) {
                keptLines.add(new KeptLine(line.text(), verdict.label(), rule));
            }
            int rest = line.length();
            for (Decision.Stretch cut : verdict.cuts()) {
                stretches.add(part(line, cut, false));
                rest -= cut.end() - cut.start();
            }
            for (Decision.Stretch stays : verdict.stretches()) {
                stretches.add(part(line, stays, true));
                rest -= stays.end() - stays.start();
            }
            keep(verdict.label(), rule, Math.max(0, rest), stretches);
        }
        return new Account(article, stretches, keptLines);
    }

    private static void keep(Label label, String rule, int length, List<Stretch> stretches) {
        int last = stretches.size() - 1;
        Stretch before = last < 0 ? null : stretches.get(last);
        if (before != null
                && before.kept()
                && before.label() == label
                && before.rule().equals(rule)) {
            stretches.set(last, new Stretch(label, rule, true, before.lines() + 1, before.length() + length, ""));
        } else {
            stretches.add(new Stretch(label, rule, true, 1, length, ""));
        }
    }

    private static Stretch part(Line line, Decision.Stretch part, boolean kept) {
        return new Stretch(
                part.label(),
                part.reason().rule(),
                kept,
                1,
                part.end() - part.start(),
                kept ? "" : line.text().substring(part.start(), part.end()));
    }
}
