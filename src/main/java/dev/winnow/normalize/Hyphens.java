package dev.winnow.normalize;

import dev.winnow.normalize.Unwrap.Break;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Decides by the words of the document whether a hyphen at the end of a line belongs to its word: {@code govern-} and
 * {@code ment} become one word, {@code flood-} and {@code relief} keep their hyphen. Knows no language, only the text. Not
 * shared between threads.
 */
final class Hyphens {

    /** A word of at most this length that often stands alone is a conjunction rather than a syllable. */
    private static final int SHORT = 3;

    private final String text;
    private Map<String, Integer> words = Map.of();
    private boolean read;

    Hyphens(String text) {
        this.text = text;
    }

    /**
     * What the end of a line says.
     *
     * @param lineEnd first unit after the line's text
     * @param nextStart first unit of the next line's text
     */
    Break at(int lineEnd, int nextStart) {
        char last = text.charAt(lineEnd - 1);
        if (last != '-' && last != '\u2010') {
            return Break.NONE;
        }
        char first = text.charAt(nextStart);
        if (lineEnd < 2 || !Character.isLetterOrDigit(text.charAt(lineEnd - 2))) {
            return Break.NONE;
        }
        if (!Character.isLetterOrDigit(first)) {
            return Break.UNDECIDED;
        }
        int start = lineEnd - 1;
        while (start > 0 && isWordPart(text.charAt(start - 1))) {
            start--;
        }
        int end = nextStart;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return decide(text.substring(start, lineEnd - 1), text.substring(nextStart, end));
    }

    private Break decide(String head, String tail) {
        boolean plain = head.codePoints().allMatch(Character::isLetter) && Character.isLowerCase(tail.charAt(0));
        boolean allCapitals = head.length() > 1 && head.equals(head.toUpperCase(Locale.ROOT));
        if (!plain || head.length() < 2 || allCapitals) {
            boolean capitals = allCapitals
                    && Character.isUpperCase(tail.charAt(0))
                    && tail.length() > 1
                    && tail.equals(tail.toUpperCase(Locale.ROOT));
            return capitals && count(head + tail) > count(head + "-" + tail) ? Break.DROP : Break.KEEP;
        }
        String tailWord = beforeHyphen(tail);
        int whole = count(head + tail) + count(head + tailWord);
        int hyphened = count(head + "-" + tail) + count(head + "-" + tailWord);
        if (whole != hyphened) {
            return whole > hyphened ? Break.DROP : Break.KEEP;
        }
        int heads = count(head);
        int tails = count(tailWord);
        if (tailWord.length() <= SHORT && tails >= 2) {
            // "Haus- und Gartenarbeit" or a syllable that is a word too.
            return heads == 0 ? Break.UNDECIDED : Break.KEEP;
        }
        return heads > 0 && tails > 0 && head.length() > SHORT && tailWord.length() > SHORT ? Break.KEEP : Break.DROP;
    }

    private static String beforeHyphen(String word) {
        int hyphen = word.indexOf('-');
        return hyphen > 0 ? word.substring(0, hyphen) : word;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c)
                || c == '-'
                || c == '\u2010'
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private int count(String word) {
        if (!read) {
            words = readWords();
            read = true;
        }
        return words.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
    }

    /** How often each word stands in the text, those at a divided line end left out. */
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
            boolean divided = text.charAt(end - 1) == '-' && end < text.length() && text.charAt(end) == '\n';
            if (!divided && !followsDivided(i) && end - i <= 60) {
                counts.merge(text.substring(i, end).toLowerCase(Locale.ROOT), 1, Integer::sum);
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
        return i > 0 && text.charAt(i) == '\n' && text.charAt(i - 1) == '-';
    }
}
