package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Shape;
import dev.winnow.rule.Field;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.ScannedPage;
import dev.winnow.rule.Titles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows a headline by its standing twice at the head of a page, as in the browser's title and above the article. A mechanism
 * without any wording; every rule goes before it.
 */
final class RepeatedTitle {

    /** Full id, as evidence. */
    static final String ID = "mechanism/repeated-title";

    /** Headlines stand among the first lines; navigation seldom takes more than this before them. */
    private static final int HEAD_LINES = 12;

    /** A browser's title stands on the first line, or below a date that a scraper put there. */
    private static final int BROWSER_TITLE_LINES = 2;

    private static final int MENU_LINES = 250;
    private static final int MIN_WORDS = 3;
    private static final int MIN_WORDS_OF_BROWSER_TITLE = 4;
    private static final int PROSE_BETWEEN = 1;
    private static final int PROSE_AFTER = 2;

    private static final Mechanism MECHANISM =
            Mechanism.of(ID, "A line that stands twice at the head of a page is its headline.", Label.TITLE);

    private RepeatedTitle() {}

    /** The proposal to call the repeated line a title; empty when there is none. */
    static List<Proposal> propose(ScannedPage.Left lines, @Nullable Label[] labels) {
        int head = Math.min(lines.size(), HEAD_LINES);
        for (int first = 0; first < head && !isProse(first, lines, labels); first++) {
            if (labels[first] == null && couldBeTitle(lines.line(first))) {
                int again = repetition(first, lines, labels);
                if (again >= 0) {
                    return List.of(proposal(lines.line(first), lines.line(again), first, again));
                }
            }
        }
        return List.of();
    }

    /** Whether the article has begun. */
    private static boolean isProse(int line, ScannedPage.Left lines, @Nullable Label[] labels) {
        Label label = labels[line];
        return (label == null || label.group() == Label.Group.TEXT)
                && lines.line(line).is(Shape.SENTENCE_LIKE);
    }

    /** The line that repeats this one with an article below it, or -1. */
    private static int repetition(int first, ScannedPage.Left lines, @Nullable Label[] labels) {
        Line line = lines.line(first);
        int last = last(first, line, lines.size());
        int prose = 0;
        Titles.Comparison title = new Titles.Comparison(line.text());
        for (int again = first + 1; again < last && prose <= PROSE_BETWEEN; again++) {
            Line other = lines.line(again);
            // A cheap look before the comparison: titles that differ slightly still begin alike.
            if (labels[again] == null
                    && lines.beginAlike(first, again)
                    && title.same(other.text())
                    && count(lines, again + 1, lines.size()) >= PROSE_AFTER) {
                return again;
            }
            prose += other.is(Shape.SENTENCE_LIKE) ? 1 : 0;
        }
        return -1;
    }

    /**
     * Up to which line the headline may stand again: the browser's title comes first of all, and between it and the headline
     * above the article there may be a whole menu.
     */
    private static int last(int first, Line line, int lines) {
        boolean browserTitle = first < BROWSER_TITLE_LINES && isWordy(line, MIN_WORDS_OF_BROWSER_TITLE);
        return Math.min(lines, browserTitle ? MENU_LINES : HEAD_LINES);
    }

    private static boolean couldBeTitle(Line line) {
        char last = line.charAt(line.length() - 1);
        return line.is(Shape.LINK_LIKE)
                && !line.is(Shape.SENTENCE_LIKE)
                && last != ','
                && last != ';'
                && isWordy(line, MIN_WORDS);
    }

    /** Whether it has so many words; in scripts without spaces three letters count as a word. */
    private static boolean isWordy(Line line, int words) {
        return hasWords(line, words) || line.charAt(line.length() / 2) >= '\u2E80' && line.length() >= 3 * words;
    }

    private static boolean hasWords(Line line, int words) {
        int found = 1;
        for (int i = 0; i < line.length() && found < words; i++) {
            found += line.charAt(i) == ' ' ? 1 : 0;
        }
        return found >= words;
    }

    private static int count(ScannedPage.Left lines, int from, int to) {
        int count = 0;
        for (int i = from; i < to && count <= PROSE_AFTER; i++) {
            count += lines.line(i).is(Shape.SENTENCE_LIKE) ? 1 : 0;
        }
        return count;
    }

    private static Proposal proposal(Line one, Line other, int first, int again) {
        Line title = other.length() < one.length() ? other : one;
        List<Proposal.Piece> pieces = new ArrayList<>();
        pieces.add(new Proposal.Piece(first, 0, one.length(), true, Label.TITLE));
        pieces.add(new Proposal.Piece(again, 0, other.length(), true, Label.TITLE));
        return MECHANISM.proposal(
                pieces,
                List.of(new Proposal.Captured(Field.TITLE, title.text(), title.equals(one) ? first : again)),
                "the line stands twice at the head of the page");
    }
}
