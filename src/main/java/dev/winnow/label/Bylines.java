package dev.winnow.label;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.Shape;
import dev.winnow.rule.Field;
import dev.winnow.rule.slot.DateLabels;
import dev.winnow.rule.slot.DateParser;
import dev.winnow.rule.slot.LexiconEntry;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.People;
import dev.winnow.rule.slot.SlotType;
import dev.winnow.rule.slot.SlotTypes;
import dev.winnow.text.Characters;
import dev.winnow.text.Folding;
import dev.winnow.text.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the authors in the lines around a headline. Names count in three places: behind a word for "by", in one line with the
 * date, or alone on a line beside the date's line. Immutable and thread-safe.
 */
final class Bylines {

    private static final String MECHANISM = "mechanism/byline-near-title";

    /** Maximum length of a byline. Longer lines are text. */
    private static final int LONGEST = 160;

    private static final int LONGEST_DATE = 60;
    private static final int LABEL_WORDS = 4;

    /** Maximum number of names on lines of their own below a label. */
    private static final int MOST_NAMES = 12;

    /** Maximum number of words between name and date: a place or an occupation. */
    private static final int MOST_WORDS_BETWEEN = 4;

    /** Number of lines above the headline that are searched for names without a label. */
    private static final int NEAR_ABOVE = 2;

    private static final int LONGEST_UNSPACED = 4;

    /** Number of lines below the headline that are searched on pages of HTML. There sentences are known better. */
    private static final int LINES_BELOW = 15;

    private static final int STANDFIRST = 1;

    private static final int CLASSES_UP = 2;

    /** A word in this many lines above the headline belongs to the menu. */
    private static final int ENTRIES = 2;

    /** Labels of lines whose names are those of other people, not of the authors. */
    private static final Set<Label> ELSEWHERE = EnumSet.of(
            Label.RELATED,
            Label.COMMENTS,
            Label.WIDGET,
            Label.ADVERT,
            Label.TAGS,
            Label.CAPTION,
            Label.CREDIT,
            Label.SHARE,
            Label.NEWSLETTER);

    /** Characters that separate names from the rest of their line. */
    private static final String PARTINGS = ",;|/•·‧∙●・-–—(（｜、";

    /** White space, also as an entity that was left in the text. */
    private static final Pattern SPACE = Pattern.compile("(?:\\s|&nbsp;?)+");

    /**
     * A name with the time right behind it, without a space: {@code Ada Holm2 hours ago}. Only the page's style showed the gap.
     */
    private static final Pattern JOINED = Pattern.compile("(\\p{Ll}{2})(?=\\d)");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

    /** The rest behind a name in a list: the number of a note, a comma. */
    private static final Pattern REMAINS = Pattern.compile("[\\s\\d,;&*]+$");

    private final SlotType names;
    private final SlotType stamp;
    private final People people;
    private final DateLabels labels;
    private final DateParser dates;
    private final Set<String> classes;

    Bylines(Lexicons lexicons) {
        SlotTypes slots = SlotTypes.of(lexicons);
        names = slots.get("people").orElseThrow();
        stamp = slots.get("stamp").orElseThrow();
        people = slots.people();
        labels = new DateLabels(lexicons);
        dates = new DateParser(lexicons);
        classes = LexiconEntry.folded(lexicons, "byline-classes");
    }

    /**
     * Returns possible authors from the lines around the headline, the most likely first. Whether they name persons is decided
     * later.
     */
    List<Capture> captures(TextHead head, Page page, List<Decision> decisions) {
        List<Line> around = head.around().stream()
                .filter(line -> !ELSEWHERE.contains(decisions.get(line.index()).label()))
                .toList();
        return near(page, around, head.middle());
    }

    /**
     * Returns possible authors from the lines around the headline of a page of HTML, the most likely first.
     *
     * @param headline number of its line; -1 when it is not known
     */
    List<Capture> captures(Page page, List<Decision> decisions, int headline) {
        List<Line> around = new ArrayList<>();
        int sentences = 0;
        for (int i = headline + 1;
                headline >= 0 && i < Math.min(page.lines().size(), headline + LINES_BELOW) && sentences <= STANDFIRST;
                i++) {
            Line line = page.lines().get(i);
            if (line.is(Shape.SENTENCE_LIKE)) {
                sentences++;
            } else if (!ELSEWHERE.contains(decisions.get(i).label())) {
                around.add(line);
            }
        }
        for (int i = headline - 1; i >= Math.max(0, headline - NEAR_ABOVE); i--) {
            around.add(page.lines().get(i));
        }
        return near(page, around, headline);
    }

    private List<Capture> near(Page page, List<Line> around, int headline) {
        List<Capture> labelled = new ArrayList<>();
        List<Capture> dated = new ArrayList<>();
        List<Capture> beside = new ArrayList<>();
        for (Line line : around) {
            if (line.length() > LONGEST || line.length() == 0) {
                continue;
            }
            String text = tidy(line);
            int from = stampEnd(text);
            int label = labelEnd(text, from);
            if (from == 0 && label == text.length()) {
                add(below(page, line.index() + 1), line, labelled);
            } else if (label > from) {
                add(behindLabel(text, label), line, labelled);
            } else if (isCalledByline(page.block(line)) && isNameAlone(text)) {
                add(text, line, labelled);
            } else {
                String named = from > 0 ? behindDate(text, from) : beforeDate(text);
                if (named != null && isOfPerson(named, page, headline)) {
                    add(named, line, dated);
                }
                boolean below = line.index() > headline;
                if (page.markup() == null
                        && (below || line.index() >= headline - NEAR_ABOVE)
                        && isNameAlone(text)
                        && isBesideDate(page, line.index(), below)
                        && !stoodBefore(page, line)
                        && isOfPerson(text, page, headline)) {
                    add(text, line, beside);
                }
            }
        }
        labelled.addAll(dated);
        labelled.addAll(beside);
        return labelled;
    }

    /** Whether the class of the block, or of the element around it, stands for a byline. */
    private boolean isCalledByline(@Nullable Block block) {
        Block.Frame frame = block == null ? null : block.frame();
        for (int up = 0; frame != null && up < CLASSES_UP; up++) {
            if (frame.words().stream().anyMatch(classes::contains)) {
                return true;
            }
            frame = frame.around();
        }
        return false;
    }

    private static void add(@Nullable String text, Line line, List<Capture> captures) {
        if (text != null) {
            captures.add(new Capture(Field.AUTHORS, text, new Provenance.InText(MECHANISM, line.index())));
        }
    }

    /** Returns the end of a date at the start of a line that has more text behind it; 0 when there is none. */
    private int stampEnd(String text) {
        int end = stamp.mayBegin(text, 0)
                ? longest(stamp, text, 0, at -> at < text.length() && Characters.isBoundary(text, at))
                : 0;
        return Math.max(0, end);
    }

    /** Returns the end of the words for "by" behind an offset, with their colon; the offset itself when there are none. */
    private int labelEnd(String text, int place) {
        int from = skipSpace(text, place);
        int found = place;
        int words = 0;
        for (int i = from + 1; i <= text.length() && words < LABEL_WORDS; i++) {
            if (endsWord(text, i)) {
                words++;
                found = people.isAuthorLabel(text.substring(from, i)) ? i : found;
            }
        }
        int end = skipSpace(text, found);
        boolean colon = found > place && end < text.length() && Characters.isColon(text.charAt(end));
        return found == place ? place : colon ? skipSpace(text, end + 1) : end;
    }

    /** Whether a word ends here. The space behind it may be lost: {@code ByAda Holm}. */
    private static boolean endsWord(String text, int end) {
        char last = text.charAt(end - 1);
        return Characters.isWord(last)
                && (Characters.isBoundary(text, end)
                        || Character.isLowerCase(last) && Character.isUpperCase(text.charAt(end)));
    }

    private @Nullable String behindLabel(String text, int label) {
        int beforeDate = shortest(names, text, label, end -> isStamp(text, skipSpace(text, end)));
        int end = beforeDate > 0 ? beforeDate : longest(names, text, label, at -> isParted(text, skipSpace(text, at)));
        if (end < 0) {
            return null;
        }
        String found = text.substring(label, end);
        String before = text.substring(0, label).strip();
        boolean colon = Characters.isColon(before.charAt(before.length() - 1));
        return colon || beforeDate > 0 || isSeveralWords(found) ? found : null;
    }

    /** Returns the names on the lines below a label that stands alone. */
    private @Nullable String below(Page page, int from) {
        StringBuilder found = new StringBuilder();
        for (int i = from; i < Math.min(page.lines().size(), from + MOST_NAMES); i++) {
            Line line = page.lines().get(i);
            String text =
                    line.length() > LONGEST ? "" : REMAINS.matcher(tidy(line)).replaceAll("");
            if (text.isEmpty() || !isName(text)) {
                break;
            }
            found.append(found.length() == 0 ? "" : "; ").append(text);
        }
        return found.length() == 0 ? null : found.toString();
    }

    private @Nullable String beforeDate(String text) {
        int end = shortest(
                names, text, 0, at -> isStampAhead(text, skipSpace(text, at)) && isName(text.substring(0, at)));
        return end > 0 ? text.substring(0, end) : null;
    }

    private @Nullable String behindDate(String text, int from) {
        String rest = text.substring(from).strip();
        return isName(rest) ? rest : null;
    }

    /** Whether a date begins here, and the line ends behind it or a separator follows. */
    private boolean isStampAhead(String text, int from) {
        return from < text.length()
                && longest(stamp, text, from, at -> isParted(text, skipSpace(text, at)) || isSign(text.charAt(at - 1)))
                        > 0;
    }

    private static boolean isParted(String text, int at) {
        return at == text.length() || isSign(text.charAt(at));
    }

    private static boolean isSign(char c) {
        return PARTINGS.indexOf(c) >= 0;
    }

    private boolean isStamp(String text, int from) {
        return from < text.length() && reachesEnd(stamp, text, from);
    }

    /** Whether a line has the form of names and holds nothing else. */
    boolean isName(Line line) {
        return line.length() <= LONGEST && isNameAlone(tidy(line));
    }

    /** Whether a text has the form of a name and holds nothing else. A single word may be anything. */
    private boolean isName(String text) {
        return isSeveralWords(text) && reachesEnd(names, text, 0) && labels.of(text) == DateLabels.Meaning.UNKNOWN;
    }

    /** Whether a text without a label is a name. In scripts without spaces it must be as short as names are. */
    private boolean isNameAlone(String text) {
        boolean unspaced = Characters.isUnspaced(text.charAt(0));
        return isName(text)
                && (!unspaced
                        || text.length() <= LONGEST_UNSPACED
                                && text.codePoints().allMatch(Character::isIdeographic));
    }

    private static boolean isSeveralWords(String text) {
        return text.indexOf(' ') > 0 || !text.isEmpty() && Characters.isUnspaced(text.charAt(0));
    }

    private boolean isBesideDate(Page page, int line, boolean belowHeadline) {
        return isDate(page, line - 1)
                || isDate(page, line + 1)
                || belowHeadline
                        && isDate(page, line + 2)
                        && page.lines().get(line + 1).words() <= MOST_WORDS_BETWEEN;
    }

    /** Whether a line says only when or by whom the article was written. */
    boolean isOfHead(Page page, int line) {
        if (isDate(page, line)) {
            return true;
        }
        Line byline = page.lines().get(line);
        String text = byline.length() > LONGEST ? "" : tidy(byline);
        int label = text.isEmpty() ? 0 : labelEnd(text, 0);
        return label > 0 && label < text.length() && behindLabel(text, label) != null;
    }

    /** Whether a line holds a date. Captions often do. */
    boolean tellsDay(Line line) {
        return dates.find(tidy(line)).isPresent();
    }

    private boolean isDate(Page page, int line) {
        if (line < 0 || line >= page.lines().size() || page.lines().get(line).length() > LONGEST_DATE) {
            return false;
        }
        String text = tidy(page.lines().get(line));
        return isStamp(text, 0)
                || dates.parse(text).isPresent()
                || dates.find(text, true, words -> true).isPresent();
    }

    /** Whether the same line stands further up. Then it is an entry of a menu. */
    private static boolean stoodBefore(Page page, Line line) {
        String folded = Folding.fold(line.text());
        return page.lines().subList(0, line.index()).stream()
                .anyMatch(other -> other.length() == line.length()
                        && Folding.fold(other.text()).equals(folded));
    }

    /**
     * Whether a text without a label may be a name. None of its words may stand in several entries of the menu, and at least one
     * word must never be written in lower case on the page.
     */
    private static boolean isOfPerson(String name, Page page, int headline) {
        List<String> words = Arrays.stream(NO_LETTERS.split(name))
                .filter(word -> word.length() > 2 && !Character.isLowerCase(word.charAt(0)))
                .toList();
        return words.stream().noneMatch(word -> isOfMenu(word, name, page, headline))
                && (words.isEmpty() || words.stream().anyMatch(word -> !isWrittenSmall(word, page)));
    }

    private static boolean isOfMenu(String word, String name, Page page, int headline) {
        // Skip the first line: it is the browser's title.
        return page.lines().subList(Math.min(1, headline), headline).stream()
                        .filter(line ->
                                line.is(Shape.SHORT) && !line.text().contains(name) && Wording.holds(line.text(), word))
                        .limit(ENTRIES)
                        .count()
                == ENTRIES;
    }

    private static boolean isWrittenSmall(String word, Page page) {
        String small = word.toLowerCase(Locale.ROOT);
        return !small.equals(word) && page.lines().stream().anyMatch(line -> Wording.holds(line.text(), small));
    }

    private static boolean reachesEnd(SlotType type, String text, int from) {
        return longest(type, text, from, end -> end == text.length()) > 0;
    }

    private static int longest(SlotType type, String text, int from, IntPredicate fits) {
        int[] best = {-1};
        type.ends(text, from, text.length(), end -> best[0] = end > best[0] && fits.test(end) ? end : best[0]);
        return best[0];
    }

    private static int shortest(SlotType type, String text, int from, IntPredicate fits) {
        int[] best = {-1};
        type.ends(text, from, text.length(), end -> {
            if ((best[0] < 0 || end < best[0]) && fits.test(end)) {
                best[0] = end;
            }
        });
        return best[0];
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Characters.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String tidy(Line line) {
        return JOINED.matcher(SPACE.matcher(line.text()).replaceAll(" ")).replaceAll("$1 ");
    }
}
