package dev.winnow.source.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells how to write superscript or subscript text on the line, so that no number or word changes. {@code 10<sup>6</sup>} is
 * 10⁶ and not 106. But {@code 1<sup>st</sup>} is 1st and {@code H<sub>2</sub>O} is H2O, as people write them.
 *
 * @param before prefix of the text, such as {@code ^}
 * @param text text to write in superscript or subscript characters; null for none
 * @param behind suffix of the text
 */
record Raised(String before, @Nullable String text, String behind) {

    /** The text stays unchanged. */
    static final Raised PLAIN = new Raised("", null, "");

    /** Small print and not an exponent; spaces separate it from the words around it. */
    static final Raised LONG = new Raised(" ", null, " ");

    private static final String LINE = "0123456789+-\u2212=()ni";
    private static final String ABOVE = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ";
    private static final String BELOW = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙᵢ";

    /** Decimal fractions. They are marked by ^, because Unicode has no superscript point. */
    private static final Pattern FRACTION = Pattern.compile("[-+\u2212\u2013]?[0-9]+[.][0-9]+");

    /** Characters between the numbers of several notes. */
    private static final String BETWEEN = ",;.\u2013 ";

    /**
     * Tells how to write superscript text.
     *
     * @param text of the element, white space collapsed
     * @param word letters and digits directly before it; empty if there are none
     * @param endings superscript endings of words and numbers, in lower case
     */
    static Raised above(String text, String word, Set<String> endings) {
        if (FRACTION.matcher(text).matches() && !word.isEmpty()) {
            return marked("^", text);
        }
        boolean digits = text.chars().anyMatch(Raised::isDigit);
        if ((digits || !word.isEmpty())
                && isOf(text, digits ? LINE + BETWEEN : LINE)
                && !isEnding(text, word, endings)) {
            return new Raised("", text, "");
        }
        boolean glued = !word.isEmpty() && !text.isEmpty() && isWord(text.codePointAt(0));
        return glued && !isEnding(text, word, endings) ? marked("^", text) : PLAIN;
    }

    /** After a lower-case word a single letter is a note, not an ending. */
    private static boolean isEnding(String text, String word, Set<String> endings) {
        boolean noted =
                text.length() == 1 && word.length() > 1 && Character.isLowerCase(word.codePointBefore(word.length()));
        return !noted && endings.contains(text.toLowerCase(Locale.ROOT));
    }

    /**
     * Tells how to write subscript text. A number after a letter stays, because it cannot be misread.
     *
     * @param behind the character after it; a space if there is none
     */
    static Raised below(String text, String word, int behind) {
        boolean number = isOf(text, "0123456789.,");
        boolean letter = !word.isEmpty() && Character.isLetter(word.codePointBefore(word.length()));
        if (text.isEmpty() || number && letter && !isDigit(behind)) {
            return PLAIN;
        }
        if (number || !word.isEmpty() && isOf(text, "0123456789+-\u2212=()")) {
            return new Raised("", text, "");
        }
        return !word.isEmpty() && isWord(text.codePointAt(0)) ? marked("_", text) : PLAIN;
    }

    /** Whether a text is a number, like that of a note. */
    static boolean isNumber(String text) {
        return isOf(text, "0123456789");
    }

    /** Replaces characters by superscript or subscript characters, where they exist. */
    static String characters(String text, boolean above) {
        StringBuilder written = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean minus = i == 0 && text.length() > 1 && text.charAt(i) == '\u2013';
            int at = minus ? LINE.indexOf('-') : LINE.indexOf(text.charAt(i));
            written.append(at < 0 ? text.charAt(i) : (above ? ABOVE : BELOW).charAt(at));
        }
        return written.toString();
    }

    private static Raised marked(String mark, String text) {
        boolean one = text.codePoints().allMatch(Character::isLetterOrDigit);
        return one ? new Raised(mark, null, "") : new Raised(mark + "(", null, ")");
    }

    private static boolean isOf(String text, String characters) {
        return !text.isEmpty() && text.chars().allMatch(c -> characters.indexOf(c) >= 0);
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '\u2212';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
