package dev.winnow.document;

/**
 * Finds the shapes of a line in one pass. Words are runs between spaces; in scripts written without spaces each letter
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

    // What a unit is, as bits.

    private static final int SPACE = 1;
    /** Ends a sentence, or stands behind the mark that does. In front of a space worth a look. */
    private static final int END = SPACE << 1;

    private static final int CLOSER = 4;
    private static final int QUESTION = 8;
    private static final int STOP = 16;
    /** A letter of a script written without spaces. */
    private static final int UNSPACED = 32;

    private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

    static {
        mark(" ", SPACE);
        mark(".!?؟", END);
        mark("\"'”’“»«›)]」』）】*", CLOSER | END);
        mark("?!？！؟", QUESTION);
        mark(".…。।۔．｡", STOP);
        // Thai and Lao, Burmese, Khmer, kana, Han with its extensions. Hangul has spaces.
        markUnspaced('\u0E00', '\u0EFF');
        markUnspaced('\u1000', '\u109F');
        markUnspaced('\u1780', '\u17FF');
        markUnspaced('\u3040', '\u30FF');
        markUnspaced('\u3400', '\u9FFF');
        markUnspaced('\uD840', Character.MAX_HIGH_SURROGATE);
    }

    private Shapes() {}

    private static void mark(String units, int kind) {
        for (int i = 0; i < units.length(); i++) {
            KINDS[units.charAt(i)] |= (byte) kind;
        }
    }

    private static void markUnspaced(char first, char last) {
        for (char c = first; c <= last; c++) {
            KINDS[c] |= UNSPACED;
        }
    }

    /**
     * The shapes of a line, as {@link Shape#bit() bits}.
     *
     * @param line not empty, without white space at its ends
     */
    public static int of(String line) {
        return of(line.toCharArray(), 0, line.length());
    }

    /** The shapes of the line that stands at this place. */
    static int of(char[] text, int from, int to) {
        int limit = Math.min(to, from + READ_UNITS);
        char last = lastMark(text, from, to);
        int enough = enoughWords(last);
        int words = 1;
        boolean innerEnd = false;
        int before = 0;
        int seen = 0;
        for (int i = from; i < limit && words < enough; i++) {
            int kind = KINDS[text[i]];
            // Counted without a branch, whose outcome nobody could foresee.
            words += before & ~kind & SPACE;
            if ((kind & before >> 1 & SPACE) != 0 && opensSentence(text[i + 1]) && endsSentence(text, from, i)) {
                innerEnd = true;
                enough = Math.min(enough, OPEN_SENTENCE_WORDS);
            }
            before = kind;
            seen |= kind;
        }
        boolean unspaced = (seen & UNSPACED) != 0 && words < enough;
        if (unspaced && limit - from > words * LONG_WORD) {
            words += unspaced(text, from, limit) * 2 / 5;
        }
        return shapes(words, last, innerEnd);
    }

    /** From this number of words on the rest of a line changes nothing, unless a sentence ends inside it. */
    private static int enoughWords(char last) {
        int kind = KINDS[last];
        if ((kind & STOP) != 0) {
            return SENTENCE_WORDS;
        }
        if (last == ':') {
            return HEADING_WORDS + 1;
        }
        return (kind & QUESTION) != 0 ? LINK_WORDS + 1 : Integer.MAX_VALUE;
    }

    private static int unspaced(char[] text, int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            letters += (KINDS[text[i]] & UNSPACED) != 0 ? 1 : 0;
        }
        return letters;
    }

    private static int shapes(int words, char last, boolean innerEnd) {
        boolean question = (KINDS[last] & QUESTION) != 0;
        boolean closed = (KINDS[last] & (QUESTION | STOP)) != 0;
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
    private static char lastMark(char[] text, int from, int to) {
        int at = to - 1;
        while (at > from && isCloser(text[at])) {
            at--;
        }
        return text[at];
    }

    private static boolean endsSentence(char[] text, int from, int end) {
        int at = end - 1;
        while (at > from && isCloser(text[at])) {
            at--;
        }
        char mark = text[at];
        // A full stop after one letter or two is more often an abbreviation or an initial.
        return (mark == '.'
                        && at - from >= 3
                        && Character.isLetterOrDigit(text[at - 1])
                        && Character.isLetterOrDigit(text[at - 2])
                        && Character.isLetterOrDigit(text[at - 3]))
                || mark == '!'
                || mark == '?'
                || mark == '؟';
    }

    private static boolean opensSentence(char c) {
        return Character.isUpperCase(c) || c == '"' || c == '“' || c == '‘' || c == '«' || c == '„';
    }

    private static boolean isCloser(char c) {
        return (KINDS[c] & CLOSER) != 0;
    }
}
