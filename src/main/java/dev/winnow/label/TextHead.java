package dev.winnow.label;

import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.Shape;
import dev.winnow.rule.Field;
import dev.winnow.rule.TitleParts;
import dev.winnow.rule.Titles;
import dev.winnow.text.Folding;
import dev.winnow.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the head of an article on a page whose markup is lost. The headline is a line that says the browser's title again, perhaps
 * without the site's name, and has paragraphs below it; or else the line above them that has most words of the title, since sites
 * write their titles anew for search engines. Where the page shows neither, the title counts when the paragraphs speak of it. A
 * mechanism without any wording, which tells metadata and leaves the lines as they are.
 */
final class TextHead {

    private static final String HEADLINE = "headline";
    private static final String PAGE_TITLE = "page-title";

    /** Longer pages are looked at so far. */
    private static final int LONGEST_PAGE = 2_000;

    /** Lines from the headline to the first paragraph, at most: date, byline, picture and buttons stand there. */
    private static final int LINES_BELOW = 30;

    /** The same from the first paragraph, where there is no headline. */
    private static final int LINES_IN_TEXT = 3;

    private static final int LINES_ABOVE = 5;

    /** Date and byline may stand below the standfirst, and below the first sentence. */
    private static final int PARAGRAPHS_IN_HEAD = 2;

    /** A shorter sentence may be one of a button or of a notice. */
    private static final int PARAGRAPH_WORDS = 12;

    /** Where so many paragraphs stand in so many lines, the article begins. */
    private static final int PARAGRAPHS_CLOSE = 3;

    private static final int CLOSE_LINES = 12;

    /** Share of the words of two lines that they have in common when they are headlines of one article. */
    private static final double ALIKE = 0.4;

    private static final int FEWEST_COMMON_WORDS = 2;

    /** Share of its words that an article says when the title is its own. */
    private static final double SPOKEN_OF = 0.5;

    private static final int MOST_PARAGRAPHS = 40;
    private static final int LONGEST_HEADLINE = 200;

    /** The first part of a title may be one word. */
    private static final int SHORTEST_START = 4;

    /** How surely a line is the headline. */
    private static final int NO_HEADLINE = 0;

    private static final int PART = 1;
    private static final int WHOLE = 2;

    private final Page page;
    private final @Nullable BrowserTitle title;
    private final int headline;
    private final List<Capture> captures = new ArrayList<>();

    private TextHead(Page page, @Nullable BrowserTitle title) {
        this.page = page;
        this.title = title;
        if (title == null) {
            headline = -1;
            return;
        }
        int repeated = repetition(title);
        headline = repeated >= 0 ? repeated : similar(title);
        if (title.line() >= 0) {
            if (title.site() != null) {
                captures.add(capture(Field.SITE_NAME, title.site(), PAGE_TITLE, title.line()));
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

    /** The head of a page; null for HTML, and where the rules of a site know their pages. */
    static @Nullable TextHead of(PageState state, List<Decision> decisions) {
        if (state.page.markup() != null || state.isOfSite()) {
            return null;
        }
        String known = state.known.title();
        String host = state.known.host();
        BrowserTitle title =
                known == null ? BrowserTitle.find(state.page, decisions, host) : BrowserTitle.given(known, host);
        return new TextHead(state.page, title);
    }

    /** Number of the headline's line; -1 when the page does not show it. */
    int headline() {
        return headline;
    }

    /** The title and the site's name; none where the title came with the page. */
    List<Capture> captures() {
        return captures;
    }

    /** Number of the headline's line, or else of the first of the article's paragraphs; -1 when neither is known. */
    int middle() {
        return title == null ? -1 : headline >= 0 ? headline : beginning(title.line() + 1);
    }

    /**
     * The lines around the headline, or else around the first paragraph, that are no paragraphs; the nearest first, of two that are as
     * near the one below it.
     */
    List<Line> around() {
        List<Line> lines = new ArrayList<>();
        int middle = middle();
        if (middle < 0 || title == null) {
            return lines;
        }
        int last = Math.min(page.lines().size() - 1, middle + (headline < 0 ? LINES_IN_TEXT : LINES_BELOW));
        int paragraphs = 0;
        for (int i = middle + 1; i <= last && paragraphs <= PARAGRAPHS_IN_HEAD; i++) {
            if (isParagraph(i)) {
                paragraphs++;
            } else {
                lines.add(page.lines().get(i));
            }
        }
        for (int i = middle - 1; i > title.line() && i >= middle - LINES_ABOVE; i--) {
            lines.add(page.lines().get(i));
        }
        lines.sort(Comparator.comparingInt(line -> Math.abs(line.index() - middle)));
        return lines;
    }

    private static Capture capture(Field field, String text, String mechanism, int line) {
        return new Capture(field, text, new Provenance.InText("mechanism/" + mechanism, line));
    }

    /** Of the lines that say the title the one nearest above the article: menus and lists repeat it, too. */
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

    /** Where paragraphs begin to follow each other closely; -1 when they do nowhere. */
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

    /** Whether the paragraphs of the page have most words of the title. */
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
