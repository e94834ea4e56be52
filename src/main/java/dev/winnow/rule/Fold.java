package dev.winnow.rule;

/**
 * Makes characters comparable that differ only in case or in the style of quotes, dashes and spaces. One character becomes one
 * character, so offsets stay. Independent of the default locale.
 */
public final class Fold {

    /** For each character what it folds to in the low half, and {@link #WORD its kind} as the highest bits. */
    private static final int[] TRAITS = traits();

    private static final int CHARACTER = 0xFFFF;

    /** Part of a word between spaces: a letter, a mark, a digit. The highest bit, so that it is quickly had as a number. */
    private static final int WORD = 1 << 31;

    /** Neither part of such a word nor a space: a symbol, or a letter of a script written without spaces. */
    private static final int ALONE = WORD >>> 1;

    private static final int DIGIT = WORD >>> 2;

    private static final int UNSPACED = WORD >>> 3;

    private Fold() {}

    /** The folded character. */
    public static char of(char c) {
        return (char) TRAITS[c];
    }

    /** The folded character in the low half and its kind as bits above. */
    static int traits(char c) {
        return TRAITS[c];
    }

    /** 1 where a lookup begins: at word starts and at characters that are no part of a word between spaces; else 0. */
    static int entry(int traits, int traitsBefore) {
        return (traits & ~traitsBefore | traits << 1) >>> 31;
    }

    /** Whether a stretch holds a digit. */
    static boolean holdsDigit(char[] chars, int from, int to) {
        int all = 0;
        for (int i = from; i < to; i++) {
            all |= TRAITS[chars[i]];
        }
        return (all & DIGIT) != 0;
    }

    /** The text with every character folded. */
    public static String of(String text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = (char) TRAITS[text.charAt(i)];
        }
        return new String(folded);
    }

    static boolean isSpace(char c) {
        return (TRAITS[c] & (WORD | ALONE)) == 0;
    }

    /** Whether the character belongs to a word: a letter, a mark, a digit. */
    static boolean isWord(char c) {
        return (TRAITS[c] & (WORD | UNSPACED)) != 0;
    }

    /** Whether a word may begin between the two characters: also between two letters of a script written without spaces. */
    static boolean isWordStart(char before, char c) {
        int traits = TRAITS[c];
        return (traits & UNSPACED) != 0 || (traits & ~TRAITS[before] & WORD) != 0;
    }

    /** Whether the offset is not inside a word. */
    static boolean isBoundary(CharSequence text, int offset) {
        return offset <= 0 || offset >= text.length() || isBoundary(text.charAt(offset - 1), text.charAt(offset));
    }

    /** Whether no word goes on from the one character to the other. */
    static boolean isBoundary(char before, char after) {
        return (TRAITS[before] & TRAITS[after] & WORD) == 0;
    }

    private static int[] traits() {
        int[] traits = new int[Character.MAX_VALUE + 1];
        for (int c = 0; c < traits.length; c++) {
            boolean space = Character.isSpaceChar((char) c) || Character.isWhitespace((char) c);
            traits[c] = space ? ' ' : Character.toLowerCase((char) c) | kind(c);
        }
        fold(traits, "“”„‟«»〝〞＂″", '"');
        fold(traits, "‘’‚‛‹›´`ʼ′＇", '\'');
        fold(traits, "‐‑‒–—―−﹘－", '-');
        return traits;
    }

    private static void fold(int[] traits, String characters, char to) {
        for (char c : characters.toCharArray()) {
            traits[c] = traits[c] & ~CHARACTER | to;
        }
    }

    private static int kind(int c) {
        int digit = Character.isDigit(c) ? DIGIT : 0;
        if (isUnspaced(c)) {
            return ALONE | UNSPACED | digit;
        }
        boolean word = Character.isLetterOrDigit(c) || isMark(c) || Character.isSurrogate((char) c);
        return word ? WORD | digit : ALONE;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Thai, Lao, Burmese, Khmer, kana and Han are written without spaces between words. */
    static boolean isUnspaced(int c) {
        return c >= 0x0E00 && c <= 0x0EFF
                || c >= 0x1000 && c <= 0x109F
                || c >= 0x1780 && c <= 0x17FF
                || c >= 0x3040 && c <= 0x30FF
                || c >= 0x3400 && c <= 0x9FFF;
    }
}
