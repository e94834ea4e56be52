package dev.winnow.normalize;

import dev.winnow.normalize.HyphenWords.Known;
import dev.winnow.normalize.Unwrap.Break;
import dev.winnow.text.Characters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a hyphen at the end of a line belongs to its word. {@code govern-} and {@code ment} become one word; {@code
 * flood-} and {@code relief} keep their hyphen. A hyphen is dropped only if there is evidence of the word without it: elsewhere
 * in the document, also in another form, or in the word lists of its language ({@link HyphenWords}). Then the evidence is
 * weighed: how the document writes the word and its parts, whether the wrapping program divides words at all ({@link
 * DivisionHabit}), and the lists. Without evidence the hyphen stays. This class holds no knowledge of languages. Not
 * thread-safe.
 */
final class Hyphens {

    // Weights are log odds, measured on news in four languages. Weights of forms that the document itself writes are
    // higher than measured, so that neither a word list nor a habit outvotes them.

    /** The document writes the word elsewhere, with or without the hyphen. */
    private static final double SAME_WORD = 9;

    /** A word list contains a part. */
    private static final double LISTED = 4;

    /** The list of whole words contains the word, or the document has another form of it. */
    private static final double WHOLE = 5;

    /** Both parts are words of the document. */
    private static final double TWO_WORDS = 4;

    /** The second part is a word of the document. */
    private static final double SECOND_WORD = 2;

    /** The word has another hyphen, or a part is a single letter. */
    private static final double HYPHENED = 4;

    /** A hyphen at which no line may be broken. */
    private static final char NO_BREAK = '\u2011';

    /** Minimum length of a part that counts as a word. Shorter words also occur as syllables. */
    private static final int SHORTEST_WORD = 4;

    /** Maximum length of a counted word, in units. */
    private static final int LONGEST_WORD = 60;

    private final String text;
    private final WrappedLines lines;
    private final HyphenWords lists;
    private @Nullable Known known;
    private @Nullable Map<String, Integer> words;
    private @Nullable WordList forms;
    private double habit = Double.NaN;

    Hyphens(String text, WrappedLines lines, HyphenWords lists) {
        this.text = text;
        this.lines = lines;
        this.lists = lists;
    }

    /** Whether a unit is a hyphen, the no-break hyphen included. */
    static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == NO_BREAK;
    }

    /**
     * Returns what the end of a line says about its hyphen.
     *
     * @param lineEnd offset of the first unit after the line's text
     * @param nextStart offset of the first unit of the next line's text
     */
    Break at(int lineEnd, int nextStart) {
        if (!isHyphen(text.charAt(lineEnd - 1))
                || lineEnd < 2
                || !Character.isLetterOrDigit(text.charAt(lineEnd - 2))) {
            return Break.NONE;
        }
        if (!Character.isLetterOrDigit(text.charAt(nextStart))) {
            return Break.UNDECIDED;
        }
        int start = lineEnd - 1;
        while (start > 0 && lineEnd - start <= LONGEST_WORD && isWordPart(text.charAt(start - 1))) {
            start--;
        }
        int end = nextStart;
        while (end < text.length() && end - nextStart <= LONGEST_WORD && isWordPart(text.charAt(end))) {
            end++;
        }
        String tail = text.substring(nextStart, end);
        return text.charAt(lineEnd - 1) == NO_BREAK ? Break.KEEP : decide(text.substring(start, lineEnd - 1), tail);
    }

    private Break decide(String head, String tail) {
        if (known().followsSuspended(folded(tail)) && count(head + tail) == 0) {
            return Break.NONE;
        }
        String first = afterHyphen(head);
        String second = beforeHyphen(tail);
        if (!first.codePoints().allMatch(Character::isLetter) || !Character.isLetter(second.charAt(0))) {
            return Break.KEEP;
        }
        boolean capitals = isCapitals(first) && isCapitals(second);
        if (!capitals && (isCapitals(first) || !Character.isLowerCase(second.charAt(0)))) {
            return Break.KEEP;
        }
        int whole = count(head + tail) + (second.equals(tail) ? 0 : count(head + second));
        int hyphened = count(head + "-" + tail) + (second.equals(tail) ? 0 : count(head + "-" + second));
        boolean listed = isWhole(folded(first), folded(second));
        if (whole == 0 && !listed && ofDivided(folded(first), folded(second)) == 0) {
            return Break.KEEP;
        }
        double odds = capitals ? Math.min(0, habit()) : habit();
        odds += SAME_WORD * Integer.signum(whole - hyphened);
        odds += ofLists(folded(first), folded(second)) + (listed ? WHOLE : 0);
        if (whole == 0) {
            odds -= ofParts(first, second);
            boolean moreHyphens = first.length() < head.length() || second.length() < tail.length();
            odds -= moreHyphens || head.length() == 1 || tail.length() == 1 ? HYPHENED : 0;
        }
        return odds > 0 ? Break.DROP : Break.KEEP;
    }

    /** Whether the word list or other forms in the document confirm the word without its hyphen. */
    private boolean isWhole(String first, String second) {
        String word = first + second;
        return known().whole().shows(word, first.length()) || forms().shows(word, first.length());
    }

    private double ofLists(String first, String second) {
        double odds = ofDivided(first, second);
        odds -= known().isFirst(first) ? LISTED : 0;
        odds -= known().isSecond(second) ? LISTED : 0;
        return odds;
    }

    private double ofDivided(String first, String second) {
        return (known().isDividedBeginning(first) ? LISTED : 0) + (known().isDividedEnding(second) ? LISTED : 0);
    }

    private double ofParts(String first, String second) {
        if (second.length() < SHORTEST_WORD || count(second) == 0) {
            return 0;
        }
        return first.length() >= SHORTEST_WORD && count(first) > 0 ? TWO_WORDS : SECOND_WORD;
    }

    /** Whether all letters are capitals. At least two are needed, because one capital may begin a name. */
    private static boolean isCapitals(String word) {
        return word.length() > 1 && word.codePoints().allMatch(Character::isUpperCase);
    }

    private static String afterHyphen(String word) {
        int at = word.length();
        while (at > 0 && !isHyphen(word.charAt(at - 1))) {
            at--;
        }
        return word.substring(at);
    }

    private static String beforeHyphen(String word) {
        int at = 1;
        while (at < word.length() && !isHyphen(word.charAt(at))) {
            at++;
        }
        return word.substring(0, at);
    }

    private static boolean isWordPart(char c) {
        return Characters.isWord(c) || isHyphen(c);
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private Known known() {
        if (known == null) {
            known = lists.in(text);
        }
        return known;
    }

    private int count(String word) {
        return words().getOrDefault(folded(word), 0);
    }

    private Map<String, Integer> words() {
        if (words == null) {
            words = readWords();
        }
        return words;
    }

    private WordList forms() {
        if (forms == null) {
            forms = WordList.of(words().keySet());
        }
        return forms;
    }

    private double habit() {
        if (Double.isNaN(habit)) {
            habit = DivisionHabit.logOdds(text, lines);
        }
        return habit;
    }

    /** Counts the words of the text, without those that a line end divides. */
    private Map<String, Integer> readWords() {
        Map<String, Integer> counts = new HashMap<>();
        int i = 0;
        while (i < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < text.length() && isWordPart(text.charAt(end))) {
                end++;
            }
            boolean divided = isHyphen(text.charAt(end - 1)) && end < text.length() && text.charAt(end) == '\n';
            if (!divided && !followsDivided(i) && end - i <= LONGEST_WORD) {
                counts.merge(folded(text.substring(i, end)), 1, Integer::sum);
            }
            i = end;
        }
        return counts;
    }

    private boolean followsDivided(int at) {
        int i = at - 1;
        while (i > 0 && text.charAt(i) == ' ') {
            i--;
        }
        return i > 0 && text.charAt(i) == '\n' && isHyphen(text.charAt(i - 1));
    }
}
