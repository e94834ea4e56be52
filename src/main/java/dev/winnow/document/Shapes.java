package dev.winnow.document;

/**
 * Finds the shapes of a line in one pass. Words are runs between spaces; in scripts written without spaces each letter
 * counts as 0.4 words (twenty letters read like eight words). The limits come from measured lines of news pages: headings and
 * labels stay under twelve words, and a closed sentence of eight words is seldom anything but prose.
 */
final class Shapes {

    static final int SENTENCE_WORDS = 8;
    static final int OPEN_SENTENCE_WORDS = 12;
    /** So many words take up that much, also in scripts without spaces; a shorter line need not be read to tell. */
    private static final int SHORTEST_SENTENCE = 2 * SENTENCE_WORDS - 1;

    private static final int SHORTEST_OPEN_SENTENCE = 2 * OPEN_SENTENCE_WORDS - 1;
    static final int HEADING_WORDS = 12;
    static final int LINK_WORDS = 30;
    /** Where words seem longer than this on average, the script may be one without spaces. */
    private static final int LONG_WORD = 9;
    /** Beyond this length only prose is to be expected, and the rest of the line need not be read. */
    private static final int READ_UNITS = 2_000;

    /** Units read at a time, about as many as a closed sentence needs to be told. */
    private static final int BLOCK = 64;

    // What a unit is, as bits.

    private static final int SPACE = 1;
    /** Ends a sentence, or stands behind the mark that does. In front of a space worth a look. */
    private static final int END = SPACE << 1;

    private static final int CLOSER = 4;
    private static final int QUESTION = 8;
    private static final int STOP = 16;
    private static final int COLON = 32;
    /** A letter of a script written without spaces. */
    private static final int UNSPACED = 64;

    private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

    static {
        mark(" ", SPACE);
        mark(".!?؟", END);
        mark("\"'”’“»«›)]」』）】*", CLOSER | END);
        mark("?!？！؟", QUESTION);
        mark(".…。।۔．｡", STOP);
        mark(":", COLON);
        // Thai and Lao, Burmese, Khmer, kana, Han with its extensions. Hangul has spaces.
        markUnspaced('\u0E00', '\u0EFF');
        markUnspaced('\u1000', '\u109F');
        markUnspaced('\u1780', '\u17FF');
        markUnspaced('\u3040', '\u30FF');
        markUnspaced('\u3400', '\u9FFF');
        markUnspaced('\uD840', Character.MAX_HIGH_SURROGATE);
    }

    // What words and marks make of a line, looked up at once: number of words, end inside, ending.

    private static final int ENDING_SHIFT = 3;
    private static final int INNER_END = 8;
    private static final int WORDS_SHIFT = 4;
    /** More make no difference. */
    private static final int MOST_WORDS = LINK_WORDS + 1;

    private static final int[] ENOUGH_WORDS = new int[INNER_END];
    private static final byte[] SHAPES = new byte[MOST_WORDS + 1 << WORDS_SHIFT];

    static {
        for (int ending = 0; ending < INNER_END; ending++) {
            ENOUGH_WORDS[ending] = enoughWords(ending);
        }
        for (int i = 0; i < SHAPES.length; i++) {
            SHAPES[i] = (byte) shapes(i >> WORDS_SHIFT, i & INNER_END - 1, (i & INNER_END) != 0);
        }
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
     * @param text in which the line stands
     * @param from where it begins; not empty, without white space at its ends
     * @param to where it ends
     */
    static int of(String text, int from, int to) {
        int limit = Math.min(to, from + READ_UNITS);
        int ending = ending(lastMark(text, from, to));
        int enough = ENOUGH_WORDS[ending];
        char[] units = new char[Math.min(BLOCK, limit - from)];
        int words = 1;
        int innerEnd = 0;
        int before = 0;
        int seen = 0;
        for (int at = from; at < limit && words < enough; at += BLOCK) {
            int count = Math.min(BLOCK, limit - at);
            text.getChars(at, at + count, units, 0);
            int start = before;
            int ends = 0;
            // Without a branch, whose outcome nobody could foresee.
            for (int i = 0; i < count; i++) {
                int kind = KINDS[units[i]];
                words += before & ~kind & SPACE;
                ends |= kind & before >> 1;
                before = kind;
                seen |= kind;
            }
            if ((ends & SPACE) != 0 && innerEnd == 0 && hasInnerEnd(text, from, at, at + count, start)) {
                innerEnd = INNER_END;
                enough = Math.min(enough, OPEN_SENTENCE_WORDS);
            }
        }
        boolean unspaced = (seen & UNSPACED) != 0 && words < enough;
        if (unspaced && limit - from > words * LONG_WORD) {
            words += unspaced(text, from, limit) * 2 / 5;
        }
        return SHAPES[Math.min(words, MOST_WORDS) << WORDS_SHIFT | innerEnd | ending];
    }

    /** A quick look: whether a line that is so long, and ends like that, may be sentence-like. */
    static boolean mayBeSentence(String text, int from, int to) {
        int length = to - from;
        return length >= SHORTEST_OPEN_SENTENCE
                || length >= SHORTEST_SENTENCE && (KINDS[lastMark(text, from, to)] & (QUESTION | STOP)) != 0;
    }

    /** A quick look: whether a line that ends like that may be heading-like. */
    static boolean mayBeHeading(String text, int from, int to) {
        return (KINDS[lastMark(text, from, to)] & STOP) == 0;
    }

    private static boolean hasInnerEnd(String text, int line, int from, int to, int kindBefore) {
        int before = kindBefore;
        for (int i = from; i < to; i++) {
            int kind = KINDS[text.charAt(i)];
            if ((kind & before >> 1 & SPACE) != 0 && opensSentence(text.charAt(i + 1)) && endsSentence(text, line, i)) {
                return true;
            }
            before = kind;
        }
        return false;
    }

    /** How a line ends, as a number below 8: 0, {@link #QUESTION}, {@link #STOP} or {@link #COLON}, shifted. */
    private static int ending(char last) {
        return KINDS[last] >> ENDING_SHIFT & 7;
    }

    /** From this number of words on the rest of a line changes nothing, unless a sentence ends inside it. */
    private static int enoughWords(int ending) {
        return switch (ending << ENDING_SHIFT) {
            case 0 -> Integer.MAX_VALUE;
            case STOP -> SENTENCE_WORDS;
            case COLON -> HEADING_WORDS + 1;
            default -> LINK_WORDS + 1;
        };
    }

    private static int unspaced(String text, int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            letters += (KINDS[text.charAt(i)] & UNSPACED) != 0 ? 1 : 0;
        }
        return letters;
    }

    private static int shapes(int words, int ending, boolean innerEnd) {
        boolean question = ending == QUESTION >> ENDING_SHIFT;
        boolean colon = ending == COLON >> ENDING_SHIFT;
        boolean closed = question || ending == STOP >> ENDING_SHIFT;
        boolean sentenceLike = words >= SENTENCE_WORDS && closed || words >= OPEN_SENTENCE_WORDS && (innerEnd || colon);
        int shapes = 0;
        if (sentenceLike) {
            shapes |= Shape.SENTENCE_LIKE.bit();
        }
        if (words <= HEADING_WORDS && (!closed || question) && !innerEnd) {
            shapes |= Shape.HEADING_LIKE.bit();
        }
        if (words <= LINK_WORDS && (!closed || question) && !innerEnd && !colon) {
            shapes |= Shape.LINK_LIKE.bit();
        }
        if (words < SENTENCE_WORDS) {
            shapes |= Shape.SHORT.bit();
        }
        return shapes;
    }

    /** The last character that is no closing quote or bracket. */
    private static char lastMark(String text, int from, int to) {
        int at = to - 1;
        while (at > from && isCloser(text.charAt(at))) {
            at--;
        }
        return text.charAt(at);
    }

    private static boolean endsSentence(String text, int from, int end) {
        int at = end - 1;
        while (at > from && isCloser(text.charAt(at))) {
            at--;
        }
        char mark = text.charAt(at);
        // A full stop after one letter or two is more often an abbreviation or an initial.
        return (mark == '.'
                        && at - from >= 3
                        && Character.isLetterOrDigit(text.charAt(at - 1))
                        && Character.isLetterOrDigit(text.charAt(at - 2))
                        && Character.isLetterOrDigit(text.charAt(at - 3)))
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
