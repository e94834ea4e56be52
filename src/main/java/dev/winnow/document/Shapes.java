package dev.winnow.document;

import dev.winnow.text.Characters;

/**
 * Finds the shapes of a line in one pass. Words are separated by spaces. In scripts written without spaces each character
 * counts as 0.4 words: twenty letters read like eight words. The limits were measured on lines of news pages. Headings and
 * labels stay under twelve words. A sentence of eight words with a final mark is seldom anything but prose.
 */
final class Shapes {

    static final int SENTENCE_WORDS = 8;
    static final int OPEN_SENTENCE_WORDS = 12;
    static final int HEADING_WORDS = 12;
    static final int LINK_WORDS = 30;

    /** Full stop of Chinese and Japanese: no space stands after it. */
    private static final char IDEOGRAPHIC_STOP = '。';

    /** Minimum length of so many words in UTF-16 units, also in scripts without spaces. A shorter line needs no reading. */
    private static final int SHORTEST_SENTENCE = 2 * SENTENCE_WORDS - 1;

    private static final int SHORTEST_OPEN_SENTENCE = 2 * OPEN_SENTENCE_WORDS - 1;

    /** Maximum number of units read. Longer lines are prose, so the rest of the line is not read. */
    private static final int READ_UNITS = 2_000;

    private Shapes() {}

    /**
     * Returns the shapes of a line as {@link Shape#bit() bits}.
     *
     * @param text the text that holds the line
     * @param from offset of the first unit; the line is not empty and has no white space at its ends
     * @param to offset of the first unit after the line
     */
    static int of(String text, int from, int to) {
        int limit = Math.min(to, from + READ_UNITS);
        int last = lastMark(text, from, to);
        boolean ends = isEnd(text, from, last);
        boolean stop = isStop(text.charAt(last));
        boolean innerEnd = false;
        int words = 1;
        int unspaced = 0;
        int unstopped = 0;
        for (int at = from; at < limit; at++) {
            char c = text.charAt(at);
            if (c == ' ') {
                words += text.charAt(at + 1) == ' ' ? 0 : 1;
                innerEnd = innerEnd || opensSentence(text.charAt(at + 1)) && endsSentence(text, from, at);
                if (words >= SENTENCE_WORDS && stop || words >= OPEN_SENTENCE_WORDS && innerEnd) {
                    return Shape.SENTENCE_LIKE.bit();
                }
            } else if (Characters.isUnspacedPart(c)) {
                unspaced++;
                unstopped += Characters.isUnstopped(c) ? 1 : 0;
                innerEnd = innerEnd || c == IDEOGRAPHIC_STOP && at < last;
            }
        }
        words = Characters.words(words, unspaced, limit - from);
        boolean colon = Characters.isColon(text.charAt(last));
        boolean sentence = words >= SENTENCE_WORDS && ends
                || words >= OPEN_SENTENCE_WORDS && (innerEnd || colon)
                || words > LINK_WORDS && 2 * unstopped > limit - from;
        boolean open = !stop && !innerEnd;
        return (sentence ? Shape.SENTENCE_LIKE.bit() : 0)
                | (open && words <= HEADING_WORDS ? Shape.HEADING_LIKE.bit() : 0)
                | (open && !colon && words <= LINK_WORDS ? Shape.LINK_LIKE.bit() : 0)
                | (words < SENTENCE_WORDS ? Shape.SHORT.bit() : 0);
    }

    /** Quick check of length and ending: false if the line cannot be sentence-like. */
    static boolean mayBeSentence(String text, int from, int to) {
        int length = to - from;
        return length >= SHORTEST_OPEN_SENTENCE
                || length >= SHORTEST_SENTENCE && isEnd(text, from, lastMark(text, from, to));
    }

    /** Quick check of the ending: false if the line cannot be heading-like. */
    static boolean mayBeHeading(String text, int from, int to) {
        return !isStop(text.charAt(lastMark(text, from, to)));
    }

    /** Offset of the last character that is not a closing quote, a closing bracket or a mark of the writing direction. */
    private static int lastMark(String text, int from, int to) {
        int at = to - 1;
        while (at > from && isCloser(text.charAt(at))) {
            at--;
        }
        return at;
    }

    /** Whether a sentence ends before the given space. */
    private static boolean endsSentence(String text, int from, int space) {
        int at = lastMark(text, from, space);
        char mark = text.charAt(at);
        if (mark != '.') {
            return isEnd(text, from, at) && !Characters.isEllipsis(mark);
        }
        // After one or two letters a full stop is more often an abbreviation or an initial.
        return at - from >= 3
                && Characters.isWord(text.charAt(at - 1))
                && Characters.isWord(text.charAt(at - 2))
                && Characters.isWord(text.charAt(at - 3));
    }

    private static boolean opensSentence(char c) {
        return Character.isUpperCase(c)
                || c == '"'
                || c == '“'
                || c == '‘'
                || c == '«'
                || c == '„'
                || Characters.isUncased(c);
    }

    private static boolean isEnd(String text, int from, int at) {
        char c = text.charAt(at);
        return Characters.isSentenceEnd(c) || at > from && Characters.isQuestionMark(c, text.charAt(at - 1));
    }

    private static boolean isStop(char c) {
        return Characters.isStop(c) || Characters.isEllipsis(c);
    }

    private static boolean isCloser(char c) {
        return Characters.isClosing(c) || c == '*' || Characters.isDirectionMark(c);
    }
}
