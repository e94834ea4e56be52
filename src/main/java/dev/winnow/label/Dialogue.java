package dev.winnow.label;

import dev.winnow.document.Line;
import dev.winnow.text.Characters;
import java.util.List;

/**
 * Tells a line of a dialogue from an item of a list: both may begin with a dash. The lines with a dash around it decide. In a
 * dialogue one of them shows who speaks ("— We wait, — he said."), or some ask and others answer. In a list all items are of one
 * kind.
 */
final class Dialogue {

    /** Number of lines checked above and below. */
    private static final int AROUND = 8;

    private Dialogue() {}

    static boolean isSpeech(List<Line> lines, int index) {
        if (!isSpoken(lines.get(index))) {
            return false;
        }
        boolean asked = false;
        boolean answered = false;
        for (int step : new int[] {-1, 1}) {
            for (int i = step < 0 ? index : index + 1; isNear(lines, index, i) && isSpoken(lines.get(i)); i += step) {
                String text = lines.get(i).text();
                if (namesSpeaker(text)) {
                    return true;
                }
                boolean asks = asks(text);
                asked |= asks;
                answered |= !asks;
            }
        }
        // A hyphen is the bullet of many lists.
        return asked && answered && lines.get(index).text().charAt(0) != '-';
    }

    private static boolean isNear(List<Line> lines, int index, int i) {
        return i >= 0 && i < lines.size() && Math.abs(i - index) <= AROUND;
    }

    /** Whether a line is a dash, a space and a sentence. */
    private static boolean isSpoken(Line line) {
        String text = line.text();
        int end = end(text);
        return line.beginsWithBullet()
                && Characters.isDash(text.charAt(0))
                && !Character.isLowerCase(text.codePointAt(2))
                && Characters.isSentenceEnd(text.charAt(end));
    }

    private static boolean asks(String text) {
        int end = end(text);
        return Characters.isQuestionMark(text.charAt(end), end > 0 ? text.charAt(end - 1) : ' ');
    }

    /** Returns the offset of the last character that is no closing quote or bracket. */
    private static int end(String text) {
        int end = text.length() - 1;
        while (end > 0 && Characters.isClosing(text.charAt(end))) {
            end--;
        }
        return end;
    }

    /** Whether the same dash stands once more behind a punctuation mark: {@code , — he said}. */
    private static boolean namesSpeaker(String text) {
        char dash = text.charAt(0);
        for (int at = text.indexOf(dash, 2); at > 2; at = text.indexOf(dash, at + 1)) {
            char before = text.charAt(at - 2);
            if (text.charAt(at - 1) == ' '
                    && (before == ',' || Characters.isSentenceEnd(before) || Characters.isClosing(before))) {
                return true;
            }
        }
        return false;
    }
}
