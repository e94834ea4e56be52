package dev.winnow.document;

/**
 * Finds the shapes of a line in one pass. Words are runs between white space; in scripts written without spaces each letter
 * counts as 0.4 words (twenty letters read like eight words). The limits come from measured lines of news pages: headings and
 * labels stay under twelve words, and a closed sentence of eight words is seldom anything but prose.
 */
public final class Shapes {

    private static final int SENTENCE_WORDS = 8;
    private static final int OPEN_SENTENCE_WORDS = 12;
    private static final int HEADING_WORDS = 12;
    private static final int LINK_WORDS = 30;
    /** Where words seem longer than this on average, the script may be one without spaces. */
    private static final int LONG_WORD = 9;
    /** Beyond this length only prose is to be expected, and the rest of the line need not be read. */
    private static final int READ_UNITS = 2_000;

    private Shapes() {}

    /**
     * The shapes of a line, as {@link Shape#bit() bits}.
     *
     * @param line not empty, without white space at its ends
     */
    public static int of(String line) {
        int limit = Math.min(line.length(), READ_UNITS);
        int words = 1;
        boolean innerEnd = false;
        // Going from space to space is much faster than from letter to letter, and prose shows itself soon.
        for (int space = line.indexOf(' ');
                space >= 0 && space < limit && !(innerEnd && words > LINK_WORDS);
                space = line.indexOf(' ', space + 1)) {
            char next = line.charAt(space + 1);
            words += next == ' ' ? 0 : 1;
            innerEnd |= opensSentence(next) && endsSentence(line, space);
        }
        if (limit > words * LONG_WORD) {
            words += unspaced(line, limit) * 2 / 5;
        }
        return shapes(words, lastMark(line), innerEnd);
    }

    private static int unspaced(String line, int limit) {
        int letters = 0;
        for (int i = 0; i < limit; i++) {
            char c = line.charAt(i);
            letters += c >= 0x0E00 && isUnspaced(c) ? 1 : 0;
        }
        return letters;
    }

    private static int shapes(int words, char last, boolean innerEnd) {
        boolean question = last == '?' || last == '!' || last == '？' || last == '！' || last == '؟';
        boolean closed = question || isFullStop(last);
        boolean sentenceLike =
                words >= SENTENCE_WORDS && closed || words >= OPEN_SENTENCE_WORDS && (innerEnd || last == ':');
        int shapes = 0;
        if (sentenceLike) {
            shapes |= Shape.SENTENCE_LIKE.bit();
        }
        if (words <= HEADING_WORDS && (!closed || question) && !innerEnd) {
            shapes |= Shape.HEADING_LIKE.bit();
        }
        if (words <= LINK_WORDS && (!closed || question) && !innerEnd && last != ':') {
            shapes |= Shape.LINK_LIKE.bit();
        }
        if (words < SENTENCE_WORDS) {
            shapes |= Shape.SHORT.bit();
        }
        return shapes;
    }

    /** The last character that is no closing quote or bracket. */
    private static char lastMark(String line) {
        int at = line.length() - 1;
        while (at > 0 && isCloser(line.charAt(at))) {
            at--;
        }
        return at < 0 ? ' ' : line.charAt(at);
    }

    private static boolean endsSentence(String line, int end) {
        int at = end - 1;
        while (at > 0 && isCloser(line.charAt(at))) {
            at--;
        }
        char mark = line.charAt(at);
        // A full stop after one letter or two is more often an abbreviation or an initial.
        return (mark == '.'
                        && at >= 3
                        && Character.isLetterOrDigit(line.charAt(at - 1))
                        && Character.isLetterOrDigit(line.charAt(at - 2))
                        && Character.isLetterOrDigit(line.charAt(at - 3)))
                || mark == '!'
                || mark == '?'
                || mark == '؟';
    }

    private static boolean opensSentence(char c) {
        return Character.isUpperCase(c) || c == '"' || c == '“' || c == '‘' || c == '«' || c == '„';
    }

    private static boolean isFullStop(char c) {
        return c == '.' || c == '…' || c == '。' || c == '।' || c == '۔' || c == '．' || c == '｡';
    }

    private static boolean isCloser(char c) {
        return switch (c) {
            case '"', '\'', '”', '’', '“', '»', '«', '›', ')', ']', '」', '』', '）', '】', '*' -> true;
            default -> false;
        };
    }

    /** Scripts written without spaces: Thai, Lao, Burmese, Khmer, kana, Han. Hangul has spaces. */
    private static boolean isUnspaced(char c) {
        return c <= 0x0EFF
                || c >= 0x1000 && c <= 0x109F
                || c >= 0x1780 && c <= 0x17FF
                || c >= 0x3040 && c <= 0x30FF
                || c >= 0x3400 && c <= 0x9FFF
                || Character.isHighSurrogate(c) && c >= 0xD840;
    }
}
