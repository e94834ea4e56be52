package dev.winnow.label;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Shape;
import dev.winnow.rule.Origin;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.ScannedPage;
import dev.winnow.rule.Standing;
import dev.winnow.rule.TitleParts;
import dev.winnow.rule.Titles;
import dev.winnow.stats.PageRecurrence;
import dev.winnow.stats.Recurring;
import dev.winnow.stats.SiteStatistics;
import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds lines that recur on the pages of the site. Quotes, refrains, wire copy, bylines and formulas recur, too, and are text. So
 * a line is removed only for two reasons together: it is frequent, and here and on the other pages it stands outside of the
 * article or beside other frequent lines, or, on pages of HTML, is a link. A line between two paragraphs of the article always
 * stays. So does the page's headline, which stands among the most-read articles on other pages.
 */
final class StatisticsLabeller implements LineLabeller {

    /** Evidence of lines that statistics remove. */
    static final String ID = "statistics";

    /** Minimum number of pages of a site in the statistics. Fewer pages do not show what is usual there. */
    private static final int FEWEST_PAGES = 5;

    /** Minimum number of words of a headline. Shorter lines that the title holds, too, are sections and the site's name. */
    private static final int HEADLINE_WORDS = 3;

    private static final int HEADLINE_LETTERS = 9;

    private static final Origin ORIGIN = new Origin.OfMechanism(ID);

    @Override
    public List<Proposal> propose(Round round) {
        PageRecurrence recurrence = round.recurrence();
        if (recurrence == null || recurrence.site().pages() < FEWEST_PAGES) {
            return List.of();
        }
        return new Look(round, recurrence).proposals();
    }

    /** The ways in which a line recurs, the strongest last. */
    private enum Kind {
        /** The line recurs seldom, or its template has no words. */
        NOT,
        /** The line recurs with other numbers, dates or names. */
        TEMPLATE,
        /** The line recurs unchanged. */
        EXACT
    }

    private static final class Look {
        private final Round round;
        private final ScannedPage.Left lines;
        private final PageRecurrence recurrence;
        private final SiteStatistics site;
        private final Kind[] kinds;
        /** First and last line of prose that only this page has. */
        private int first;

        private int last;

        Look(Round round, PageRecurrence recurrence) {
            this.round = round;
            this.lines = round.lines();
            this.recurrence = recurrence;
            this.site = recurrence.site();
            this.kinds = new Kind[lines.size()];
            this.first = lines.size();
            this.last = -1;
            for (int i = 0; i < kinds.length; i++) {
                kinds[i] = kind(recurrence.seen(lines.line(i)));
                if (isOwnProse(i)) {
                    first = Math.min(first, i);
                    last = i;
                }
            }
        }

        private Kind kind(PageRecurrence.Seen seen) {
            if (isFrequent(seen.line())) {
                return Kind.EXACT;
            }
            return seen.worded() && isFrequent(seen.template()) ? Kind.TEMPLATE : Kind.NOT;
        }

        private boolean isFrequent(@Nullable Recurring recurring) {
            return recurring != null && site.isFrequent(recurring.pages());
        }

        private boolean isOwnProse(int line) {
            if (line < 0 || line >= kinds.length) {
                return false;
            }
            Label label = round.label(line);
            return (label == null || label.group() == Label.Group.TEXT)
                    && kinds[line] != Kind.EXACT
                    && lines.line(line).is(Shape.SENTENCE_LIKE);
        }

        List<Proposal> proposals() {
            List<Proposal> proposals = new ArrayList<>();
            for (int i = 0; i < kinds.length; i++) {
                PageRecurrence.Seen seen = recurrence.seen(lines.line(i));
                Recurring recurring = kinds[i] == Kind.EXACT ? seen.line() : seen.template();
                if (kinds[i] == Kind.NOT || recurring == null || round.label(i) != null) {
                    continue;
                }
                String place = place(i, recurring);
                String guard = guard(i, recurring, place);
                String pages = "on " + recurring.pages() + " of " + site.pages() + " pages of " + site.site();
                if (guard == null) {
                    String why = (kinds[i] == Kind.EXACT ? "stands " : "a line of the same template stands ") + pages
                            + ", " + place;
                    proposals.add(new Proposal(
                            ORIGIN,
                            Standing.STATISTICS,
                            List.of(Proposal.Piece.whole(lines, i, Label.BOILERPLATE)),
                            List.of(),
                            why));
                } else if (round.isExplaining()) {
                    round.missed(new Proposal.NearMiss(ID, i, guard + "; it stands " + pages, false, 0, null));
                }
            }
            return proposals;
        }

        /** Returns the place of the line, as the second reason, for a person; null where there is none. */
        private @Nullable String place(int line, Recurring recurring) {
            if (first < kinds.length && line < first && isMost(recurring.outside(), recurring)) {
                return "above the article";
            }
            if (line > last && last >= 0 && isMost(recurring.outside(), recurring)) {
                return "below the article";
            }
            if (isMost(recurring.beside(), recurring) && (recurs(line - 1) || recurs(line + 1))) {
                return "beside other lines that recur";
            }
            Block block = lines.block(line);
            return round.knowsLinks() && block != null && block.isLink() && isMost(recurring.links(), recurring)
                    ? "as a link"
                    : null;
        }

        private static boolean isMost(int pages, Recurring recurring) {
            return 2 * pages > recurring.pages();
        }

        /** Whether a line recurs, or a labeller has labelled it as noise. */
        private boolean recurs(int line) {
            if (line < 0 || line >= kinds.length) {
                return false;
            }
            Label label = round.label(line);
            return label == null ? kinds[line] != Kind.NOT : label.group() == Label.Group.NOISE;
        }

        /** Returns the reason why the line stays, for a person; null where there is none. */
        private @Nullable String guard(int line, Recurring recurring, @Nullable String place) {
            if (isOwnProse(line - 1) && isOwnProse(line + 1)) {
                return "it stands between paragraphs";
            }
            if (isHeadline(line)) {
                return "it is the page's headline";
            }
            if (isOwnProse(line + 1) && !isMost(recurring.aboveProse(), recurring)) {
                return "it stands right above a paragraph, and seldom does on other pages";
            }
            if (place == null) {
                return "it stands neither outside of the article nor beside other lines that recur";
            }
            boolean weak = kinds[line] == Kind.TEMPLATE || lines.line(line).is(Shape.SENTENCE_LIKE);
            if (weak && !isMost(recurring.pages())) {
                return kinds[line] == Kind.TEMPLATE
                        ? "only its template recurs, and not on most pages of the site"
                        : "it is a sentence, and does not recur on most pages of the site";
            }
            return null;
        }

        /** Whether the line is the page's title, or the part of it that is not the site's name. */
        private boolean isHeadline(int line) {
            String known = round.title().text();
            String title = known == null ? round.page().lines().get(0).text() : known;
            String text = lines.line(line).text();
            boolean itself = known == null && lines.line(line).index() == 0;
            return !itself
                    && Characters.isWordy(text, HEADLINE_WORDS, HEADLINE_LETTERS)
                    && (Titles.same(title, text) || TitleParts.isHeadline(title, text, true));
        }

        private boolean isMost(int pages) {
            return 2 * pages > site.pages();
        }
    }
}
