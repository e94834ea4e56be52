package dev.winnow;

import dev.winnow.document.Article;
import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.label.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * An article with the kept and the removed stretches of its page, for statistics over many documents. Takes less memory than
 * the article's own lists, which also hold the source span of each stretch.
 *
 * @param stretches stretches that together hold all characters of the page's lines, in the order of lines
 * @param keptLines lines of at most 160 UTF-16 units of which nothing was removed, in order
 */
public record Account(Article article, List<Stretch> stretches, List<KeptLine> keptLines) {

    /** Maximum length of a line in {@code keptLines}, in UTF-16 units. Longer lines are prose that no other page repeats. */
    private static final int LONGEST_KEPT = 160;

    /** A line of which nothing was removed. */
    public record KeptLine(String text, Label label, String rule) {}

    /**
     * One line, a part of a line, or adjacent lines that stay for the same reason.
     *
     * @param label label of the stretch
     * @param rule full id of the rule that gave the label, or the name of another mechanism
     * @param kept true if the stretch is in the article's text
     * @param lines number of lines, whole or in part
     * @param length in UTF-16 units
     * @param text the removed text; empty for a kept stretch
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
