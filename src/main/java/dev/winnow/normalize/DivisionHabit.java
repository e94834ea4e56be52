package dev.winnow.normalize;

import dev.winnow.normalize.WrappedLines.Line;

/**
 * Estimates whether the program that wrapped a text divides words, or breaks lines only at spaces and existing hyphens. A
 * program that divides words leaves no large room before a long word.
 */
final class DivisionHabit {

    /**
     * Minimum room at the end of a line, in columns: a space, four letters and a hyphen. Most long words could be divided
     * there.
     */
    private static final int ROOM = 6;

    private static final int LONG_WORD = 8;

    /** Exponent of the ratio of the two counts. Measured on news in four languages, wrapped both ways. */
    private static final double STEEPNESS = 3;

    /** Share of line-end hyphens that divide a word, in texts whose words are divided. Measured in the same way. */
    private static final double DIVIDING = 0.94;

    private DivisionHabit() {}

    /**
     * Returns the log odds that a hyphen divides a word if nothing else is known about it. Compares the number of lines that
     * end in a hyphen between small letters with the number of lines that end early before a long word.
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
