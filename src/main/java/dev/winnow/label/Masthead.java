package dev.winnow.label;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.Shape;
import dev.winnow.rule.Field;
import dev.winnow.rule.slot.DateLabels;
import dev.winnow.rule.slot.DateLabels.Meaning;
import dev.winnow.rule.slot.Lexicon;
import dev.winnow.rule.slot.Lexicons;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the day of the visit, which sites show above their menu, from the day of the article. A date above the headline is the
 * article's under two conditions: no part of a menu stands between the two, and no other date stands nearer to the text.
 * Immutable and thread-safe.
 */
final class Masthead {

    /**
     * Number of lines at the top of the page that may be a masthead, where the headline is not known. A lower line has the
     * article's own head above it.
     */
    private static final int LOWEST = 8;

    /** Maximum number of lines between date and headline: section and standfirst. */
    private static final int MOST_BETWEEN = 2;

    /**
     * Maximum number of lines below the headline, the byline or the first sentence where another date counts as the article's.
     */
    private static final int BELOW_BYLINE = 2;

    /** Minimum number of words of a menu in one line. */
    private static final int MENU_WORDS = 3;

    /** Maximum length of a menu word in scripts without capitals. */
    private static final int LONGEST_UNCASED = 4;

    private final DateLabels labels;
    private final Set<String> home;

    Masthead(Lexicons lexicons) {
        labels = new DateLabels(lexicons);
        home = lexicons.get("home").map(Lexicon::words).stream()
                .flatMap(words -> words.values().stream())
                .flatMap(List::stream)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /**
     * Whether a date belongs to the masthead.
     *
     * @param all captures of the page
     * @param title line number of the headline; -1 when it is not known
     */
    boolean holds(Capture date, List<Capture> all, Page page, List<Decision> decisions, int title) {
        int line = date.provenance().line().orElse(-1);
        if (date.field() != Field.PUBLISHED
                || date.rank() != Provenance.Rank.COMMON
                || line < 0
                || line >= LOWEST && title < 0
                || title >= 0 && line > title
                || decisions.get(line).label() == Label.BYLINE
                || isNamed(date, page)) {
            return false;
        }
        int anchor = title >= 0 ? title : anchor(page, decisions, line);
        if (hasProse(page, 0, anchor) || title >= 0 && isBeside(page, line, title)) {
            return false;
        }
        // Where the headline is not known, it is the last line above the byline or the text.
        int end = title >= 0 ? title : anchor - 1;
        if (end - line - 1 > MOST_BETWEEN) {
            return true;
        }
        for (int i = line + 1; i < end; i++) {
            if (isMenu(page, decisions, i)) {
                return true;
            }
        }
        return page.markup() == null && hasNearer(date, line, all, anchor);
    }

    /** Whether its line calls a date the day of publication. */
    boolean isNamed(Capture date, Page page) {
        int line = date.provenance().line().orElse(-1);
        return line >= 0 && labels.of(page.lines().get(line).text()) == Meaning.PUBLICATION;
    }

    /** Whether there is prose in a range of lines. Below prose there is no masthead. */
    private static boolean hasProse(Page page, int from, int to) {
        for (int i = from; i < to; i++) {
            if (page.lines().get(i).is(Shape.SENTENCE_LIKE)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a date stands in the parent element of the headline, and that element is not the whole page. */
    private static boolean isBeside(Page page, int line, int title) {
        Block headline = page.block(page.lines().get(title));
        Block date = page.block(page.lines().get(line));
        Block.Frame shared = headline == null ? null : headline.frame().around();
        if (date == null
                || shared == null
                || shared.around() == null
                || shared.tag().equals("body")) {
            return false;
        }
        return date.frame().isIn(shared);
    }

    /** Returns the first line below that is a sentence or the byline. */
    private static int anchor(Page page, List<Decision> decisions, int line) {
        int i = line + 1;
        while (i < page.lines().size()
                && !page.lines().get(i).is(Shape.SENTENCE_LIKE)
                && decisions.get(i).label() != Label.BYLINE) {
            i++;
        }
        return i;
    }

    private boolean isMenu(Page page, List<Decision> decisions, int i) {
        Line line = page.lines().get(i);
        Block block = page.block(line);
        if (decisions.get(i).label() == Label.NAVIGATION || block != null && block.isLink()) {
            return true;
        }
        String[] words = line.text().strip().split("\\s+");
        String first = words[0].toLowerCase(Locale.ROOT);
        if (home.contains(first) || home.contains(line.text().strip().toLowerCase(Locale.ROOT))) {
            return true;
        }
        if (words.length < MENU_WORDS) {
            return false;
        }
        for (String word : words) {
            int letter = word.codePointAt(0);
            boolean uncased = Character.isLetter(letter) && !Character.isLowerCase(letter) && !isUpper(letter);
            if (!word.codePoints().allMatch(Character::isLetter)
                    || !(isUpper(letter) || uncased && word.length() <= LONGEST_UNCASED)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUpper(int letter) {
        return Character.isUpperCase(letter) || Character.isTitleCase(letter);
    }

    private static boolean hasNearer(Capture date, int line, List<Capture> all, int anchor) {
        return all.stream()
                .anyMatch(other -> other.field() == Field.PUBLISHED
                        && other.provenance().line().orElse(-1) > line
                        && other.provenance().line().orElse(-1) <= anchor + BELOW_BYLINE
                        && !other.text().equals(date.text()));
    }
}
