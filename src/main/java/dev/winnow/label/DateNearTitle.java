package dev.winnow.label;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.Shape;
import dev.winnow.rule.Field;
import dev.winnow.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds lines of a page of HTML that may hold the day of publication, around the headline first. They serve where neither the
 * page's head nor a rule gives the day. The other words that a site writes beside the date do not matter.
 */
final class DateNearTitle {

    private static final int LINES_BELOW = 12;
    private static final int LINES_ABOVE = 4;

    /** Maximum number of lines with sentences between the headline and the date. */
    private static final int STANDFIRST = 1;

    private static final int LONGEST = 120;

    /** Maximum number of dated lines far from the headline. More of them are a list, and none counts. */
    private static final int MOST_ELSEWHERE = 20;

    /**
     * Maximum length of a line below a sentence. Longer lines belong to the text, such as captions and headings. A labelled date
     * with its time is shorter.
     */
    private static final int LONGEST_BELOW_SENTENCE = LONGEST / 2;

    /** Minimum number of digits in a date at the start of a text: a day, a month and a year, where the month may be a word. */
    private static final int FEWEST_DIGITS = 3;

    /** Minimum length of a heading to compare. Shorter headings tell too little. */
    private static final int SHORTEST_TITLE = 10;

    /** Two titles are alike when they share this part of the shorter one, from its beginning. */
    private static final double ALIKE = 0.75;

    private static final int YEAR_DIGITS = 4;

    /** Range of years of web pages. Before 1990 there was no web, and after 2099 there is no page yet. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2099;

    /** Minimum count of short numbers: a day, a month and a year. */
    private static final int FEWEST_NUMBERS = 3;

    /** Maximum length of a date at the start of a text. */
    private static final int LONGEST_START = 40;

    /** Separators between such a date and the text. */
    private static final String[] PARTINGS = {")", " – ", " — ", " - ", " | ", ": "};

    /** A line that begins with one of these names the person whom the line above quotes. */
    private static final String DASHES = "–—―";

    /** Labels of lines whose dates are those of something else. */
    private static final Set<Label> ELSEWHERE =
            Set.of(Label.RELATED, Label.COMMENTS, Label.WIDGET, Label.ADVERT, Label.TAGS, Label.CAPTION, Label.CREDIT);

    /**
     * Labels of lines whose dates, far from the title, are today's or those of the copyright, unless a word calls them the day of
     * publication.
     */
    private static final Set<Label> OF_THE_SITE =
            Set.of(Label.NAVIGATION, Label.COPYRIGHT, Label.NEWSLETTER, Label.PAYWALL, Label.FOOTER);

    private DateNearTitle() {}

    /**
     * Returns captures of whole lines, the most likely first. The caller must find the date in them.
     *
     * @param known title of the page; null when unknown
     */
    static List<Capture> captures(Page page, List<Decision> decisions, @Nullable String known) {
        List<Capture> captures = new ArrayList<>();
        if (page.markup() == null) {
            return captures;
        }
        int title = title(page, decisions, known);
        if (title >= 0) {
            near(page, decisions, title, captures);
        }
        elsewhere(page, decisions, captures);
        return captures;
    }

    /** Returns captures of the lines around the headline of a page whose markup is lost. */
    static List<Capture> captures(List<Line> around, List<Decision> decisions) {
        List<Capture> captures = new ArrayList<>();
        for (Line line : around) {
            if (!line.is(Shape.SENTENCE_LIKE) && DASHES.indexOf(line.text().charAt(0)) < 0) {
                add(line, decisions.get(line.index()), new Provenance.NearTitle(line.index()), captures);
            }
        }
        return captures;
    }

    private static void near(Page page, List<Decision> decisions, int title, List<Capture> captures) {
        int sentences = 0;
        for (int i = title + 1; i < page.lines().size() && i <= title + LINES_BELOW && sentences <= STANDFIRST; i++) {
            Line line = page.lines().get(i);
            if (line.is(Shape.SENTENCE_LIKE)) {
                addStart(line, captures);
                sentences++;
            } else if (isQuoted(page, line) || isRow(page, i)) {
                continue;
            } else if (sentences == 0 || line.length() <= LONGEST_BELOW_SENTENCE) {
                add(line, decisions.get(i), new Provenance.NearTitle(i), captures);
            }
        }
        for (int i = title - 1; i >= 0 && i >= title - LINES_ABOVE; i--) {
            if (!isQuoted(page, page.lines().get(i))) {
                add(page.lines().get(i), decisions.get(i), new Provenance.NearTitle(i), captures);
            }
        }
    }

    /** Adds a date at the start of the text that is not part of its first sentence. */
    private static void addStart(Line line, List<Capture> captures) {
        String start = line.text().substring(0, Math.min(line.length(), LONGEST_START));
        int end = -1;
        for (String parting : PARTINGS) {
            int at = start.indexOf(parting);
            end = at > 0 && (end < 0 || at < end) ? at : end;
        }
        if (end > 0 && digits(start.substring(0, end)) >= FEWEST_DIGITS) {
            captures.add(new Capture(Field.PUBLISHED, start.substring(0, end), new Provenance.NearTitle(line.index())));
        }
    }

    /** Adds short dated lines of the rest of the page. */
    private static void elsewhere(Page page, List<Decision> decisions, List<Capture> captures) {
        List<Capture> dated = new ArrayList<>();
        List<Capture> ofSite = new ArrayList<>();
        for (int i = 0; i < page.lines().size() && dated.size() <= MOST_ELSEWHERE; i++) {
            Line line = page.lines().get(i);
            if (line.length() <= LONGEST && mayBeDated(line.text()) && !isProse(page, line)) {
                Decision decision = decisions.get(i);
                boolean site = OF_THE_SITE.contains(decision.label());
                List<Capture> alike = site ? ofSite : dated;
                if (alike.size() <= MOST_ELSEWHERE) {
                    add(line, decision, new Provenance.OnPage(i, site), alike);
                }
            }
        }
        addUnlessList(dated, captures);
        addUnlessList(ofSite, captures);
    }

    private static void addUnlessList(List<Capture> dated, List<Capture> captures) {
        if (dated.size() <= MOST_ELSEWHERE) {
            captures.addAll(dated);
        }
    }

    /** Whether a line is a sentence or a quotation. Their dates are those of other days. */
    private static boolean isProse(Page page, Line line) {
        return line.is(Shape.SENTENCE_LIKE) || isQuoted(page, line);
    }

    private static boolean isQuoted(Page page, Line line) {
        Block block = page.block(line);
        return block != null && block.element() == Block.Element.QUOTE;
    }

    /**
     * Whether a line is a table row beside another one, as in a timetable or a programme. A single row only serves the layout.
     */
    private static boolean isRow(Page page, int line) {
        return isRowOfData(page, line) && (isRowOfData(page, line - 1) || isRowOfData(page, line + 1));
    }

    private static boolean isRowOfData(Page page, int line) {
        Block block = line < 0 || line >= page.lines().size()
                ? null
                : page.block(page.lines().get(line));
        return block != null && block.element() == Block.Element.TABLE_ROW;
    }

    /** Whether a text holds the number of a year, or enough short numbers for a date with a two-digit year. */
    private static boolean mayBeDated(CharSequence text) {
        int shortNumbers = 0;
        int number = 0;
        int length = 0;
        for (int i = 0; i <= text.length(); i++) {
            int digit = i == text.length() ? -1 : Character.digit(text.charAt(i), 10);
            if (digit >= 0) {
                number = length < YEAR_DIGITS ? number * 10 + digit : 0;
                length++;
            } else if (length > 0) {
                if (length == YEAR_DIGITS && number >= FIRST_YEAR && number <= LAST_YEAR) {
                    return true;
                }
                shortNumbers += length <= 2 ? 1 : 0;
                number = 0;
                length = 0;
            }
        }
        return shortNumbers >= FEWEST_NUMBERS;
    }

    private static int digits(CharSequence text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    /**
     * Returns the line of the headline: a line labelled title, or else a heading that begins like the title, or else the main
     * heading; -1 if there is none.
     */
    static int title(Page page, List<Decision> decisions, @Nullable String known) {
        String title = known == null ? "" : Folding.fold(known);
        int alike = -1;
        int main = -1;
        for (int i = 0; i < decisions.size(); i++) {
            if (decisions.get(i).label() == Label.TITLE) {
                return i;
            }
            Block block = alike < 0 ? page.block(page.lines().get(i)) : null;
            if (block != null && block.element() == Block.Element.HEADING) {
                alike = beginsAlike(Folding.fold(page.lines().get(i).text()), title) ? i : -1;
                main = main < 0 && block.level() == 1 ? i : main;
            }
        }
        return alike < 0 ? main : alike;
    }

    /**
     * Whether a heading and the title begin alike. The title has the site's name behind the headline, and the heading may have an
     * addition too.
     */
    private static boolean beginsAlike(String heading, String title) {
        int shorter = Math.min(heading.length(), title.length());
        int alike = 0;
        while (alike < shorter && heading.charAt(alike) == title.charAt(alike)) {
            alike++;
        }
        return shorter >= SHORTEST_TITLE && alike >= shorter * ALIKE;
    }

    private static void add(Line line, Decision decision, Provenance provenance, List<Capture> captures) {
        if (line.length() <= LONGEST && !ELSEWHERE.contains(decision.label()) && digits(line.text()) > 0) {
            captures.add(new Capture(Field.PUBLISHED, line.text(), provenance));
        }
    }
}
