package dev.winnow.text;

import java.text.Normalizer;

/**
 * Properties of single characters: letters and marks, spaces, sentence ends, closing signs, and which characters count as
 * equal. The table comes from Unicode, so all of Winnow gives the same answers. Facts that depend on a language are not in
 * it. All offsets count UTF-16 units; half of a surrogate pair counts as a letter. Thread-safe.
 *
 * <p>Folding makes characters equal that differ only in case or in the style of quotes, dashes and spaces. It also joins
 * letters that writers of a language use for each other: Greek vowels with and without accents, which capitals lack, and the
 * forms of the Arabic alef and yeh. One character becomes one character, so offsets stay valid. Folding does not depend on
 * the default locale. Both Turkish letters i, with and without dot, become one, and so do both small forms of the Greek
 * sigma.
 */
public final class Characters {

    // Entry of a UTF-16 unit in the table: the folded character in the low half, these bits above.

    /** Part of a word between spaces: a letter, a mark, a digit. The highest bit, so that {@link #entry} can shift it to 1. */
    private static final int WORD = 1 << 31;

    /** Neither part of such a word nor a space: a symbol, or a letter of a script without spaces. */
    private static final int ALONE = WORD >>> 1;

    private static final int DIGIT = WORD >>> 2;
    private static final int UNSPACED = WORD >>> 3;
    private static final int LETTER = WORD >>> 4;
    private static final int MARK = WORD >>> 5;
    private static final int CLOSING = WORD >>> 6;
    private static final int STOP = WORD >>> 7;
    private static final int QUESTION = WORD >>> 8;
    private static final int EXCLAMATION = WORD >>> 9;
    private static final int ELLIPSIS = WORD >>> 10;
    private static final int COLON = WORD >>> 11;
    private static final int RUN_ON = WORD >>> 12;

    private static final int CHARACTER = 0xFFFF;

    /**
     * Quotes beside the Unicode categories Pe, Pf and Pi. All quotes count as closing, since opening quotes of one language
     * close in another.
     */
    private static final String PLAIN_QUOTES = "\"'";

    /**
     * Full stops of Unicode's Sentence_Terminal: Latin, Armenian, Devanagari, Ethiopic, Chinese, Urdu, Khmer,
     * Burmese, with their wide, narrow and double forms.
     */
    private static final String STOPS = ".։۔।॥။።៕។。．｡";

    /**
     * Question marks of Unicode's Sentence_Terminal, among them Armenian, Arabic and Ethiopic ones. The Greek one is handled
     * in {@link #isQuestionMark}.
     */
    private static final String QUESTION_MARKS = "?՞؟፧⁇⁈⁉？";

    private static final String EXCLAMATION_MARKS = "!‼⁉！";
    private static final String ELLIPSES = "…‥";
    private static final String COLONS = ":：﹕";

    /** Signs that stand beside both wide and other characters. */
    private static final String WITH_EITHER = "“”‘’—…·";

    private static final char FIRST_UNSPACED = '\u0E00';
    private static final char LAST_UNSTOPPED = '\u0EFF';

    /**
     * Blocks of scripts without spaces between words: the classes SA and ID of Unicode's line breaking. Thai and Lao,
     * Burmese, Khmer, Tai, kana, Han and Yi. Hangul has spaces.
     */
    private static final int[][] UNSPACED_BLOCKS = {
        {FIRST_UNSPACED, LAST_UNSTOPPED},
        {0x1000, 0x109F},
        {0x1780, 0x17FF},
        {0x1950, 0x19DF},
        {0x1A20, 0x1AAF},
        {0x2E80, 0x2FDF},
        {0x3005, 0x3007},
        {0x3021, 0x302D},
        {0x3031, 0x312F},
        {0x31A0, 0x31FF},
        {0x3400, 0x4DBF},
        {0x4E00, 0xA4CF},
        {0xF900, 0xFAFF},
        {0xFF66, 0xFF9F},
    };

    private static final char FIRST_DIRECTION_MARK = '\u061C';

    private static final char FIRST_HANGUL = '\uAC00';
    private static final char LAST_HANGUL = '\uD7A3';

    /** High surrogates of the ideographs beyond the basic plane. */
    private static final char FIRST_HIGH_IDEOGRAPH = '\uD840';

    private static final char LAST_HIGH_IDEOGRAPH = '\uD8BF';

    /** This number of letters of such a script counts as {@link #WORDS} words. */
    private static final int LETTERS = 5;

    private static final int WORDS = 2;

    /** Maximum average length of words in text with spaces. If words are longer on average, spaces do not separate them. */
    private static final int LONG_WORD = 9;

    private static final int[] FACTS = facts();

    private Characters() {}

    private static int[] facts() {
        int[] facts = new int[Character.MAX_VALUE + 1];
        for (int c = 0; c < facts.length; c++) {
            facts[c] = kind(c) | folded((char) c);
            if (c >= FIRST_HANGUL && c <= LAST_HANGUL || Character.isSurrogate((char) c)) {
                facts[c] |= RUN_ON;
            }
        }
        for (int[] block : UNSPACED_BLOCKS) {
            for (int c = block[0]; c <= block[1]; c++) {
                facts[c] = (facts[c] & WORD) == 0 ? facts[c] : facts[c] & ~WORD | ALONE | UNSPACED | RUN_ON;
            }
        }
        add(facts, PLAIN_QUOTES, CLOSING);
        add(facts, STOPS, STOP);
        add(facts, QUESTION_MARKS, QUESTION);
        add(facts, EXCLAMATION_MARKS, EXCLAMATION);
        add(facts, ELLIPSES, ELLIPSIS);
        add(facts, COLONS, COLON);
        fold(facts, "“”„‟«»〝〞＂″", '"');
        fold(facts, "‘’‚‛‹›´`ʼ′＇", '\'');
        fold(facts, "‐‑‒–—―−﹘－", '-');
        fold(facts, COLONS, ':');
        fold(facts, "أإآٱ", 'ا');
        fold(facts, "ىی", 'ي');
        return facts;
    }

    private static char folded(char c) {
        boolean space = Character.isSpaceChar(c) || Character.isWhitespace(c);
        return space ? ' ' : Character.toLowerCase(Character.toUpperCase(isGreek(c) ? withoutAccent(c) : c));
    }

    private static char withoutAccent(char c) {
        char letter =
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        return Character.isLetter(c) && Character.isLetter(letter) ? letter : c;
    }

    private static int kind(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER -> WORD | LETTER;
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> WORD | LETTER | MARK;
            case Character.DECIMAL_DIGIT_NUMBER -> WORD | DIGIT;
            case Character.SURROGATE -> WORD;
            case Character.END_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION ->
                ALONE | CLOSING;
            default -> Character.isSpaceChar(c) || Character.isWhitespace(c) ? 0 : ALONE;
        };
    }

    private static void add(int[] facts, String characters, int fact) {
        for (char c : characters.toCharArray()) {
            facts[c] |= fact;
        }
    }

    private static void fold(int[] facts, String characters, char to) {
        for (char c : characters.toCharArray()) {
            facts[c] = facts[c] & ~CHARACTER | to;
        }
    }

    private static boolean is(char c, int facts) {
        return (FACTS[c] & facts) != 0;
    }

    /** Returns the folded character. */
    public static char fold(char c) {
        return (char) FACTS[c];
    }

    /** Returns the text with every character folded. */
    public static String fold(String text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = (char) FACTS[text.charAt(i)];
        }
        return new String(folded);
    }

    /** Returns the folded character in the low half, and its properties as bits above; for {@link #entry}. */
    public static int facts(char c) {
        return FACTS[c];
    }

    /**
     * Returns 1 where a lookup begins: at word starts, and at characters that are not part of a word between spaces;
     * otherwise 0.
     */
    public static int entry(int facts, int factsBefore) {
        return (facts & ~factsBefore | facts << 1) >>> 31;
    }

    /** Whether a range of characters holds a digit. */
    public static boolean holdsDigit(char[] chars, int from, int to) {
        int all = 0;
        for (int i = from; i < to; i++) {
            all |= FACTS[chars[i]];
        }
        return (all & DIGIT) != 0;
    }

    /** Whether a character is white space, of any width, breaking or not. */
    public static boolean isSpace(char c) {
        return !is(c, WORD | ALONE);
    }

    /** Whether a character is an invisible mark of writing direction, as used beside Arabic and Hebrew. */
    public static boolean isDirectionMark(char c) {
        return c == FIRST_DIRECTION_MARK
                || c == '\u200E'
                || c == '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069';
    }

    /** Whether a text holds a {@link #isDirectionMark direction mark}. */
    public static boolean holdsDirectionMark(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_DIRECTION_MARK && isDirectionMark(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a character is a combining mark of the letter before it. */
    public static boolean isMark(char c) {
        return is(c, MARK);
    }

    /** Whether a character is a letter, or a combining mark. */
    public static boolean isLetter(char c) {
        return is(c, LETTER);
    }

    /** Whether a character belongs to a word: a letter, a mark, a digit. */
    public static boolean isWord(char c) {
        return is(c, WORD | UNSPACED);
    }

    /** Whether a character is upper case or title case (such as ǅ). */
    public static boolean isUpper(char c) {
        return Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    /** Whether a character is a letter of a script without case. */
    public static boolean isUncased(char c) {
        return c >= 0x0590 && Character.isLetter(c) && !Character.isLowerCase(c) && !isUpper(c);
    }

    /** Returns the value of a decimal digit of any script, or -1. */
    public static int digit(char c) {
        if (c < 0x80) {
            return c >= '0' && c <= '9' ? c - '0' : -1;
        }
        return is(c, DIGIT) ? Character.digit(c, 10) : -1;
    }

    /** Whether a character is an apostrophe or looks like one. */
    public static boolean isApostrophe(char c) {
        return fold(c) == '\'';
    }

    /** Whether a character is a hyphen or a dash. */
    public static boolean isDash(char c) {
        return fold(c) == '-';
    }

    /** Whether a character is a colon. */
    public static boolean isColon(char c) {
        return is(c, COLON);
    }

    /** Whether a character may follow the mark that ends a sentence: a quote or a closing bracket. */
    public static boolean isClosing(char c) {
        return is(c, CLOSING);
    }

    /** Whether a character is a full stop. */
    public static boolean isStop(char c) {
        return is(c, STOP);
    }

    /** Whether a character is an ellipsis. */
    public static boolean isEllipsis(char c) {
        return is(c, ELLIPSIS);
    }

    /** Whether a character ends a sentence: a full stop, an ellipsis, a question or exclamation mark. */
    public static boolean isSentenceEnd(char c) {
        return is(c, STOP | ELLIPSIS | QUESTION | EXCLAMATION);
    }

    /** Whether a character is a question mark. After a Greek letter a semicolon is one. */
    public static boolean isQuestionMark(char c, char before) {
        return is(c, QUESTION) || c == '\u037E' || c == ';' && isGreek(before);
    }

    private static boolean isGreek(char c) {
        return c >= '\u0370' && c <= '\u03FF' || c >= '\u1F00' && c <= '\u1FFF';
    }

    /** Whether a character is a letter of a script without spaces between words. */
    public static boolean isUnspaced(char c) {
        return is(c, UNSPACED);
    }

    /**
     * Whether a word may end at this letter though another one follows. That is so in scripts without spaces, in Korean,
     * which joins endings to names, and beyond the basic plane, where words are seldom known.
     */
    public static boolean isRunOn(char c) {
        return is(c, RUN_ON);
    }

    /** Whether a word may begin between two characters. In scripts without spaces it may begin at every letter. */
    public static boolean isWordStart(char before, char c) {
        int facts = FACTS[c];
        return (facts & UNSPACED) != 0 || (facts & ~FACTS[before] & WORD) != 0;
    }

    /** Whether an offset is not inside of a word. */
    public static boolean isBoundary(CharSequence text, int offset) {
        return offset <= 0 || offset >= text.length() || isBoundary(text.charAt(offset - 1), text.charAt(offset));
    }

    /** Whether no word continues from one character to the next. */
    public static boolean isBoundary(char before, char after) {
        return (FACTS[before] & FACTS[after] & WORD) == 0;
    }

    /**
     * Whether a name or another value may begin or end at an offset: no word continues there, or it may end inside, see
     * {@link #isRunOn}.
     */
    public static boolean isValueBoundary(String text, int at) {
        if (at <= 0 || at >= text.length()) {
            return true;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        return !isWord(before)
                || !isWord(after)
                || (isRunOn(before) || isRunOn(after)) && !Character.isHighSurrogate(before);
    }

    /** Whether a word of a list may end at an offset: no letter follows, or the word may end inside, see {@link #isRunOn}. */
    public static boolean isEndOfLetters(String text, int at) {
        if (at >= text.length()) {
            return true;
        }
        int before = FACTS[text.charAt(at - 1)];
        int after = FACTS[text.charAt(at)];
        return (before & after & LETTER) == 0 || ((before | after) & RUN_ON) != 0;
    }

    /**
     * Whether a character is a letter of a script without a full stop: Thai, Lao. Sentences there are separated by a space at
     * most.
     */
    public static boolean isUnstopped(char c) {
        return c >= FIRST_UNSPACED && c <= LAST_UNSTOPPED && is(c, UNSPACED);
    }

    /** Whether a character is part of text without spaces: a letter, half of a rare ideograph, or a wide sign between them. */
    public static boolean isUnspacedPart(char c) {
        return c >= FIRST_UNSPACED
                && (is(c, UNSPACED)
                        || c >= FIRST_HIGH_IDEOGRAPH && c <= LAST_HIGH_IDEOGRAPH
                        || c > '\u3000' && c < '\u3100'
                        || c > '\uFF00' && c < '\uFF66');
    }

    /** Returns the number of words: runs between spaces; in scripts without spaces 0.4 per character, marks included. */
    public static int words(CharSequence text, int from, int to) {
        int words = 1;
        int unspaced = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                words += i > from && text.charAt(i - 1) != ' ' ? 1 : 0;
            } else if (isUnspacedPart(c)) {
                unspaced++;
            }
        }
        return words(words, unspaced, to - from);
    }

    public static int words(CharSequence text) {
        return words(text, 0, text.length());
    }

    /** Whether a text has at least a number of words; in scripts without spaces, a number of letters. */
    public static boolean isWordy(String text, int words, int letters) {
        boolean unspaced = !text.isEmpty() && isUnspaced(text.charAt(text.length() / 2));
        return unspaced ? text.length() >= letters : words(text) >= words;
    }

    /** Whether a code point is a Chinese or Japanese letter or sign, or one of Yi. Hangul is not, since Korean has spaces. */
    public static boolean isWide(int codePoint) {
        boolean hangul = codePoint >= 0x3130 && codePoint <= 0x318F
                || codePoint >= 0x3200 && codePoint <= 0x321E
                || codePoint >= 0x3260 && codePoint <= 0x327F;
        return codePoint >= 0x2E80 && codePoint <= 0xA4CF && !hangul
                || codePoint >= 0xF900 && codePoint <= 0xFAFF
                || codePoint >= 0xFE30 && codePoint <= 0xFE6F
                || codePoint >= 0xFF01 && codePoint <= 0xFF9F
                || codePoint >= 0x1B000 && codePoint <= 0x1B16F
                || codePoint >= 0x20000 && codePoint <= 0x3FFFD;
    }

    /**
     * Whether two characters stand side by side without a space, by section 4.1.3 of CSS Text. Quotes and dashes fit both
     * kinds of characters.
     */
    public static boolean standTogether(int before, int behind) {
        return isWide(before) && (isWide(behind) || WITH_EITHER.indexOf(behind) >= 0)
                || isWide(behind) && WITH_EITHER.indexOf(before) >= 0;
    }

    /**
     * Returns the same as {@link #words(CharSequence, int, int)} from counts that the caller has.
     *
     * @param runs number of runs between spaces
     * @param unspaced number of characters of scripts without spaces
     * @param length length of the text in UTF-16 units
     */
    public static int words(int runs, int unspaced, int length) {
        return runs == 1 || length > runs * LONG_WORD ? runs + unspaced * WORDS / LETTERS : runs;
    }
}
