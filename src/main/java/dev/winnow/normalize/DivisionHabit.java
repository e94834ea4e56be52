package dev.winnow.normalize;

import dev.winnow.normalize.WrappedLines.Line;

/**
 * Whether the program that wrapped a text divides words, or breaks lines only where a space or a hyphen stands anyway. One that
 * divides leaves no room at the end of a line before a long word.
 */
final class DivisionHabit {

    /** A space, four letters and a hyphen find room: most long words could have been divided there. */
    private static final int ROOM = 6;

    private static final int LONG_WORD = 8;

    /** How fast the ratio of the two counts convinces; measured on news in four languages, wrapped both ways. */
    private static final double STEEPNESS = 3;

    /** Of the hyphens at line ends in a text whose words are divided, those that divide; measured likewise. */
    private static final double DIVIDING = 0.94;

    private DivisionHabit() {}

    /**
     * The odds, as a logarithm, that a hyphen of which nothing else is known divides a word: from the lines that end in a hyphen
     * between small letters, and those that end early before a long word.
     */
    static double logOdds(String text, WrappedLines lines) {
        int taken = 0;
        int left = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (!lines.isWrapBreak(i)) {
                continue;
            }
            Line line = lines.at(i);
            Line next = lines.at(i + 1);
            if (Hyphens.isHyphen(text.charAt(line.end() - 1))) {
                taken += isBetweenSmallLetters(text, line, next) ? 1 : 0;
            } else if (lines.column() - line.length() >= ROOM && beginsWithLongWord(text, next)) {
                left++;
            }
        }
        double divides = 1 / (1 + Math.pow((left + 0.5) / (taken + 0.5), STEEPNESS));
        return Math.log(divides * DIVIDING / (1 - divides * DIVIDING));
    }

    private static boolean isBetweenSmallLetters(String text, Line line, Line next) {
        return line.length() >= 2
                && Character.isLetter(text.charAt(line.end() - 2))
                && Character.isLowerCase(text.charAt(next.textStart()));
    }

    private static boolean beginsWithLongWord(String text, Line line) {
        int end = line.textStart() + LONG_WORD;
        if (end > line.end()) {
            return false;
        }
        for (int i = line.textStart(); i < end; i++) {
            if (!Character.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
