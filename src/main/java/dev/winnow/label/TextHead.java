package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.Shape;
import dev.winnow.rule.Field;
import dev.winnow.rule.TitleParts;
import dev.winnow.rule.Titles;
import dev.winnow.text.Characters;
import dev.winnow.text.Folding;
import dev.winnow.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the head of an article on a page whose markup is lost. It gives metadata and leaves the lines as they are; it uses no
 * word lists.
 *
 * <p>The headline is a line that repeats the browser's title, perhaps without the site's name, and has paragraphs below it. If
 * there is none, it is the line above the paragraphs that shares most words with the title, since sites rewrite their titles for
 * search engines. If the page shows neither, the title counts when the paragraphs use its words. A page without a browser's title
 * has its headline above the date or the authors.
 */
final class TextHead {

    private static final String HEADLINE = "headline";
    private static final String PAGE_TITLE = "page-title";
    private static final String ABOVE_BYLINE = "headline-above-byline";

    /** Maximum number of lines read of a page. */
    private static final int LONGEST_PAGE = 2_000;

    /** Maximum number of lines from the headline to the first paragraph: date, byline, picture and buttons stand there. */
    private static final int LINES_BELOW = 30;

    /** Number of lines searched below the first paragraph, where there is no headline. */
    private static final int LINES_IN_TEXT = 3;

    private static final int LINES_ABOVE = 5;

    /** Maximum number of paragraphs in the head. Date and byline may stand below the standfirst, and below the first sentence. */
    private static final int PARAGRAPHS_IN_HEAD = 2;

    /** Minimum number of words of a paragraph. A shorter sentence may belong to a button or a notice. */
    private static final int PARAGRAPH_WORDS = 12;

    /** The article begins where this many paragraphs stand within {@link #CLOSE_LINES} lines. */
    private static final int PARAGRAPHS_CLOSE = 3;

    private static final int CLOSE_LINES = 12;

    /** Minimum share of common words for two lines to be headlines of one article. */
    private static final double ALIKE = 0.4;

    private static final int FEWEST_COMMON_WORDS = 2;

    /** Minimum share of the title's words that the article uses when the title is its own. */
    private static final double SPOKEN_OF = 0.5;

    private static final int MOST_PARAGRAPHS = 40;
    private static final int LONGEST_HEADLINE = 200;

    /** Minimum number of words of a headline above a byline. Shorter lines are sections and buttons. */
    private static final int HEADLINE_WORDS = 4;

    private static final int HEADLINE_LETTERS = 8;

    /** Minimum length of the first part of a title, which may be a single word. */
    private static final int SHORTEST_START = 4;

    /** Levels of certainty that a line is the headline. */
    private static final int NO_HEADLINE = 0;

    private static final int PART = 1;
    private static final int WHOLE = 2;

    private final Page page;
    private final @Nullable BrowserTitle title;
    private final int headline;
    private final List<Capture> captures = new ArrayList<>();

    private TextHead(Page page, @Nullable BrowserTitle title, List<Decision> decisions, Bylines bylines) {
        this.page = page;
        int repeated = title == null ? -1 : repetition(title);
        int shownAgain = title == null || repeated >= 0 ? repeated : similar(title);
        int alone = shownAgain >= 0 || title != null && title.line() < 0 ? -1 : aboveByline(decisions, bylines);
        if (alone >= 0 && title != null && alone != title.line() && isSpokenOf(title)) {
            alone = -1;
        }
        headline = alone >= 0 ? alone : shownAgain;
        this.title = alone >= 0 ? null : title;
        if (alone >= 0) {
            captures.add(capture(Field.TITLE, page.lines().get(alone).text(), ABOVE_BYLINE, alone));
        } else if (title != null && title.line() >= 0) {
            String site = title.site() == null ? title.holderOfRights(page, decisions) : title.site();
            if (site != null) {
                captures.add(capture(Field.SITE_NAME, site, PAGE_TITLE, title.line()));
            }
            if (headline >= 0) {
                String shown = page.lines().get(headline).text();
                boolean decorated =
                        shown.length() >= title.bare().length() && (repeated >= 0 || holds(shown, title.bare()));
                captures.add(capture(Field.TITLE, decorated ? title.bare() : shown, HEADLINE, headline));
            } else if (isSpokenOf(title)) {
                captures.add(capture(Field.TITLE, title.bare(), PAGE_TITLE, title.line()));
            }
        }
    }

    /**
     * Finds the headline where no browser's title is known: the line above the date or the authors that has the text below. Only
     * a standfirst may stand between them.
     */
    private int aboveByline(List<Decision> decisions, Bylines bylines) {
        int end = Math.min(page.lines().size(), LINES_BELOW);
        int paragraphs = 0;
        for (int i = 0; i < end && paragraphs <= 1; i++) {
            if (isOfHead(i, decisions, bylines)) {
                int found = paragraphBelow(i) < 0 ? -1 : headlineAbove(i, decisions, bylines);
                if (found >= 0) {
                    return found;
                }
            } else if (isParagraph(i)) {
                paragraphs++;
            }
        }
        return -1;
    }

    private boolean isOfHead(int line, List<Decision> decisions, Bylines bylines) {
        Label label = decisions.get(line).label();
        return label == Label.BYLINE || label == Label.TIMESTAMP || bylines.isOfHead(page, line);
    }

    private int headlineAbove(int byline, List<Decision> decisions, Bylines bylines) {
        List<Line> found = new ArrayList<>();
        for (int i = byline - 1; i >= 0 && i >= byline - LINES_ABOVE; i--) {
            Line line = page.lines().get(i);
            Label label = decisions.get(i).label();
            if (isOfHead(i, decisions, bylines) || bylines.isName(line)) {
                continue;
            }
            boolean wordy = Characters.isWordy(line.text(), HEADLINE_WORDS, HEADLINE_LETTERS);
            // The name of a desk may stand in place of the authors; a menu may not.
            boolean desk = !wordy && i == byline - 1 && label != Label.NAVIGATION;
            if (!BrowserTitle.POSSIBLE.contains(label) && label != Label.STANDFIRST || !wordy && !desk) {
                break;
            }
            // A breadcrumb is no headline.
            if (wordy && TitleParts.of(line.text()).size() > 1) {
                break;
            }
            if (wordy) {
                found.add(line);
            }
        }
        // Of two lines, the lower one is the standfirst if it is longer. With more than two lines this is unsure.
        Line upper = found.isEmpty() || found.size() > 2 ? null : found.get(found.size() - 1);
        return upper != null
                        && BrowserTitle.couldBeTitle(upper)
                        && !isParagraph(upper.index())
                        && upper.length()
                                <= Math.min(LONGEST_HEADLINE, found.get(0).length())
                ? upper.index()
                : -1;
    }

    /** Makes the head of a page; null for HTML, and where the rules of a site cover all of their pages. */
    static @Nullable TextHead of(PageState state, List<Decision> decisions, Bylines bylines) {
        if (state.page.markup() != null || state.siteKnowsAll()) {
            return null;
        }
        String known = state.known.title();
        String host = state.known.host();
        BrowserTitle title =
                known == null ? BrowserTitle.find(state.page, decisions, host) : BrowserTitle.given(known, host);
        return new TextHead(state.page, title, decisions, bylines);
    }

    /** Returns the line number of the headline; -1 when the page does not show it. */
    int headline() {
        return headline;
    }

    /** Returns the title and the site's name; empty where the title came with the page. */
    List<Capture> captures() {
        return captures;
    }

    /** Returns the line number of the headline, or else of the article's first paragraph; -1 when neither is known. */
    int middle() {
        return headline >= 0 || title == null ? headline : beginning(title.line() + 1);
    }

    /**
     * Returns the lines around the headline, or else around the first paragraph, without paragraphs. They are sorted by distance;
     * at equal distance the one below comes first.
     */
    List<Line> around() {
        List<Line> lines = new ArrayList<>();
        int middle = middle();
        if (middle < 0) {
            return lines;
        }
        int top = title == null ? -1 : title.line();
        int last = Math.min(page.lines().size() - 1, middle + (headline < 0 ? LINES_IN_TEXT : LINES_BELOW));
        int paragraphs = 0;
        for (int i = middle + 1; i <= last && paragraphs <= PARAGRAPHS_IN_HEAD; i++) {
            if (isParagraph(i)) {
                paragraphs++;
            } else {
                lines.add(page.lines().get(i));
            }
        }
        for (int i = middle - 1; i > top && i >= middle - LINES_ABOVE; i--) {
            lines.add(page.lines().get(i));
        }
        lines.sort(Comparator.comparingInt(line -> Math.abs(line.index() - middle)));
        return lines;
    }

    private static Capture capture(Field field, String text, String mechanism, int line) {
        return new Capture(field, text, new Provenance.InText("mechanism/" + mechanism, line));
    }

    /** Returns the line with the title that stands nearest above the article, since menus and lists repeat the title, too. */
    private int repetition(BrowserTitle wanted) {
        Titles.Comparison comparison = new Titles.Comparison(wanted.text());
        String start = Folding.fold(wanted.start());
        int best = -1;
        int paragraph = -1;
        int surest = NO_HEADLINE;
        for (int i = wanted.line() + 1; i < end(); i++) {
            Line line = page.lines().get(i);
            int sure = sureness(wanted, comparison, start, line);
            if (sure > surest || sure == surest && sure != NO_HEADLINE && i <= paragraph) {
                int next = paragraphBelow(i);
                if (next >= 0) {
                    best = i;
                    paragraph = next;
                    surest = sure;
                }
            }
        }
        return best;
    }

    private static int sureness(BrowserTitle wanted, Titles.Comparison comparison, String start, Line line) {
        if (BrowserTitle.couldBeTitle(line) && !wanted.isSite(line.text())) {
            if (comparison.same(line.text())) {
                return WHOLE;
            }
            if (TitleParts.isHeadline(wanted.text(), line.text(), true)) {
                // Parts behind the first one may be slogans of the site, which stand on every page.
                boolean first = Folding.fold(wanted.text()).startsWith(Folding.fold(line.text()));
                return first ? WHOLE : PART;
            }
        }
        boolean maybe = start.length() >= SHORTEST_START && line.length() <= 2 * start.length();
        return maybe && Folding.fold(line.text()).equals(start) ? PART : NO_HEADLINE;
    }

    private int similar(BrowserTitle wanted) {
        int begin = beginning(wanted.line() + 1);
        int best = -1;
        double most = ALIKE;
        Set<String> words = Wording.words(wanted.text());
        for (int i = Math.max(wanted.line() + 1, begin - LINES_BELOW); i < begin; i++) {
            Line line = page.lines().get(i);
            if (line.length() <= LONGEST_HEADLINE && !isParagraph(i) && BrowserTitle.couldBeTitle(line)) {
                double alike = Wording.alike(words, line.text(), FEWEST_COMMON_WORDS);
                if (alike >= most) {
                    best = i;
                    most = alike;
                }
            }
        }
        return best;
    }

    /** Returns the line where paragraphs begin to follow each other closely; -1 if there is none. */
    private int beginning(int from) {
        for (int i = from; i < end(); i++) {
            if (isParagraph(i)) {
                int close = 0;
                for (int j = i; j < Math.min(end(), i + CLOSE_LINES); j++) {
                    close += isParagraph(j) ? 1 : 0;
                }
                if (close >= PARAGRAPHS_CLOSE) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Whether the paragraphs of the page use at least half of the title's words. */
    private boolean isSpokenOf(BrowserTitle own) {
        Set<String> words = Wording.words(own.bare());
        int all = words.size();
        int paragraphs = 0;
        for (int i = own.line() + 1; i < end() && paragraphs < MOST_PARAGRAPHS; i++) {
            if (isParagraph(i)) {
                paragraphs++;
                words.removeAll(Wording.words(page.lines().get(i).text()));
            }
        }
        return all >= FEWEST_COMMON_WORDS && paragraphs > 1 && words.size() <= all * SPOKEN_OF;
    }

    private static boolean holds(String shown, String title) {
        return (' ' + Folding.fold(shown) + ' ').contains(' ' + Folding.fold(title) + ' ');
    }

    private int paragraphBelow(int line) {
        for (int i = line + 1; i < Math.min(end(), line + 1 + LINES_BELOW); i++) {
            if (isParagraph(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isParagraph(int i) {
        Line line = page.lines().get(i);
        return line.is(Shape.SENTENCE_LIKE) && line.words() >= PARAGRAPH_WORDS;
    }

    private int end() {
        return Math.min(page.lines().size(), LONGEST_PAGE);
    }
}
