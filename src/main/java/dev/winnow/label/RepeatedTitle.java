package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Shape;
import dev.winnow.rule.Field;
import dev.winnow.rule.Origin;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.ScannedPage;
import dev.winnow.rule.Standing;
import dev.winnow.rule.TitleParts;
import dev.winnow.rule.Titles;
import dev.winnow.text.Characters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headline by the browser's title on a page's first line: the headline stands above the article again, or has the
 * site's name behind a bar. A mechanism without word lists; every rule goes before it.
 */
final class RepeatedTitle implements LineLabeller {

    static final Origin ORIGIN = new Origin.OfMechanism("mechanism/repeated-title");

    /** Maximum number of lines to search for the headline. Navigation seldom takes more lines before it. */
    private static final int HEAD_LINES = 12;

    /** A browser's title stands on the first line, or below a date that a scraper put there. */
    private static final int BROWSER_TITLE_LINES = 2;

    /** Maximum number of parts of a title: the headline, two sections and the site's name. */
    private static final int MOST_PARTS = 4;

    private static final int MENU_LINES = 250;
    private static final int MIN_WORDS = 3;
    private static final int MIN_WORDS_OF_BROWSER_TITLE = 4;
    private static final int LETTERS_A_WORD = 3;
    private static final int PROSE_BETWEEN = 1;
    private static final int PROSE_AFTER = 2;

    /**
     * The lines that show the headline.
     *
     * @param lines their numbers
     * @param titled the number of the line whose text is the headline
     */
    private record Repetition(List<Integer> lines, int titled, String headline, String why) {}

    /**
     * Proposes the label title for the browser's title and for the headline that repeats it; empty when there is none. A
     * repetition further down belongs to a menu or a box. It is removed, as a second cleaning would do, but gives no title.
     */
    @Override
    public List<Proposal> propose(Round round) {
        Repetition found = round.showsTitle() ? null : find(round);
        if (found == null) {
            return List.of();
        }
        int top = round.lines().line(found.lines.get(0)).index();
        boolean tells = top < BROWSER_TITLE_LINES;
        boolean title = round.title().repeat(found.headline, tells);
        if (round.title().isGiven()) {
            return List.of();
        }
        Label label = tells ? Label.TITLE : Label.NAVIGATION;
        return List.of(new Proposal(
                ORIGIN,
                Standing.MECHANISM,
                found.lines.stream()
                        .map(line -> Proposal.Piece.whole(round.lines(), line, label))
                        .toList(),
                title ? List.of(new Proposal.Captured(Field.TITLE, found.headline, found.titled)) : List.of(),
                found.why));
    }

    private static @Nullable Repetition find(Round round) {
        ScannedPage.Left lines = round.lines();
        int first = browserTitle(round);
        if (first < 0) {
            return null;
        }
        Line line = lines.line(first);
        int again = repetition(first, round);
        if (again >= 0) {
            boolean shorter = lines.line(again).length() < line.length();
            int title = shorter ? again : first;
            return new Repetition(
                    List.of(first, again),
                    title,
                    lines.line(title).text(),
                    "the line stands twice at the head of the page");
        }
        int headline = headline(line.text());
        boolean article = count(lines, first + 1, Math.min(lines.size(), MENU_LINES)) >= PROSE_AFTER;
        return headline > 0 && article
                ? new Repetition(
                        List.of(first),
                        first,
                        line.text().substring(0, headline),
                        "the first line has the site's name behind the headline")
                : null;
    }

    /**
     * Returns the line of the browser's title among the remaining lines: the first line, or the one below a date that a scraper
     * put there; -1 when there is no such line.
     */
    private static int browserTitle(Round round) {
        ScannedPage.Left lines = round.lines();
        for (int first = 0; first < Math.min(lines.size(), BROWSER_TITLE_LINES); first++) {
            Line line = lines.line(first);
            boolean dated = line.is(Shape.SHORT) && line.text().chars().anyMatch(Character::isDigit);
            if (round.label(first) == null && !dated) {
                return first;
            }
        }
        return -1;
    }

    /** Returns the end of the headline in a browser's title with the site's name behind a bar; -1 when there is no such bar. */
    private static int headline(String title) {
        List<TitleParts.Parting> partings = TitleParts.of(title);
        int end = -1;
        int longest = 0;
        int from = 0;
        int parts = 1;
        for (TitleParts.Parting parting : partings) {
            if (parting.strong()) {
                end = end < 0 ? parting.start() : end;
                longest = Math.max(longest, end == parting.start() ? 0 : parting.start() - from);
                from = parting.end();
                parts++;
            }
        }
        longest = Math.max(longest, title.length() - from);
        boolean whole = end > longest && parts <= MOST_PARTS && !title.isEmpty();
        return whole && isWordy(title.substring(0, end), MIN_WORDS) ? end : -1;
    }

    /** Returns the line that repeats this one and has an article below it, or -1. */
    private static int repetition(int first, Round round) {
        ScannedPage.Left lines = round.lines();
        Line line = lines.line(first);
        int last = last(line, lines.size());
        int prose = 0;
        Titles.Comparison title = new Titles.Comparison(line.text());
        boolean whole = couldBeTitle(line);
        boolean parted = !TitleParts.of(line.text()).isEmpty();
        for (int again = first + 1; again < last && prose <= PROSE_BETWEEN; again++) {
            Line other = lines.line(again);
            // A cheap check before the comparison: titles that differ slightly still begin alike.
            if (round.label(again) == null
                    && (whole && lines.beginAlike(first, again) && title.same(other.text())
                            || parted && isHeadline(line.text(), other))
                    && count(lines, again + 1, lines.size()) >= PROSE_AFTER) {
                return again;
            }
            prose += other.is(Shape.SENTENCE_LIKE) ? 1 : 0;
        }
        return -1;
    }

    /** Whether a line below is the headline that stands in the browser's title beside other parts. */
    private static boolean isHeadline(String title, Line line) {
        return couldBeTitle(line) && TitleParts.isHeadline(title, line.text(), true);
    }

    /** Returns the last line where the headline may be repeated. A whole menu may stand between it and the browser's title. */
    private static int last(Line line, int lines) {
        return Math.min(lines, isWordy(line.text(), MIN_WORDS_OF_BROWSER_TITLE) ? MENU_LINES : HEAD_LINES);
    }

    private static boolean couldBeTitle(Line line) {
        char last = line.charAt(line.length() - 1);
        return line.is(Shape.LINK_LIKE)
                && !line.is(Shape.SENTENCE_LIKE)
                && last != ','
                && last != ';'
                && isWordy(line.text(), MIN_WORDS);
    }

    private static boolean isWordy(String text, int words) {
        return Characters.isWordy(text, words, LETTERS_A_WORD * words);
    }

    private static int count(ScannedPage.Left lines, int from, int to) {
        int count = 0;
        for (int i = from; i < to && count <= PROSE_AFTER; i++) {
            count += lines.line(i).is(Shape.SENTENCE_LIKE) ? 1 : 0;
        }
        return count;
    }
}
