package dev.winnow.rule;

/**
 * Makes characters comparable that differ only in case or in the style of quotes, dashes and spaces. One character becomes one
 * character, so offsets stay. Independent of the default locale.
 */
public final class Fold {

    private static final char[] TABLE = table();
    private static final byte[] KIND = kinds();

    private static final byte OTHER = 0;
    private static final byte SPACE = 1;
    private static final byte WORD = 2;
    private static final byte UNSPACED = 3;

    private Fold() {}

    /** The folded character. */
    public static char of(char c) {
        return TABLE[c];
    }

    /** The text with every character folded. */
    public static String of(String text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = TABLE[text.charAt(i)];
        }
        return new String(folded);
    }

    static boolean isSpace(char c) {
        return KIND[c] == SPACE;
    }

    /** Whether the character belongs to a word: a letter, a mark, a digit. */
    static boolean isWord(char c) {
        return KIND[c] >= WORD;
    }

    /** Whether the character belongs to a word of a script with spaces between words. */
    static boolean isSpacedWord(char c) {
        return KIND[c] == WORD;
    }

    /** Whether a word may begin between the two characters: also between two letters of a script written without spaces. */
    static boolean isWordStart(char before, char c) {
        byte kind = KIND[c];
        return kind == UNSPACED || kind == WORD && KIND[before] != WORD;
    }

    /** Whether the offset is not inside a word. */
    static boolean isBoundary(CharSequence text, int offset) {
        if (offset <= 0 || offset >= text.length()) {
            return true;
        }
        return KIND[text.charAt(offset - 1)] != WORD || KIND[text.charAt(offset)] != WORD;
    }

    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            table[c] = Character.isSpaceChar((char) c) || Character.isWhitespace((char) c)
                    ? ' '
                    : Character.toLowerCase((char) c);
        }
        for (char quote : "“”„‟«»〝〞＂″".toCharArray()) {
            table[quote] = '"';
        }
        for (char quote : "‘’‚‛‹›´`ʼ′＇".toCharArray()) {
            table[quote] = '\'';
        }
        for (char dash : "‐‑‒–—―−﹘－".toCharArray()) {
            table[dash] = '-';
        }
        return table;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[Character.MAX_VALUE + 1];
        for (int c = 0; c < kinds.length; c++) {
            if (TABLE[c] == ' ') {
                kinds[c] = SPACE;
            } else if (isUnspaced(c)) {
                kinds[c] = UNSPACED;
            } else if (Character.isLetterOrDigit(c) || isMark(c) || Character.isSurrogate((char) c)) {
                kinds[c] = WORD;
            } else {
                kinds[c] = OTHER;
            }
        }
        return kinds;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Thai, Lao, Burmese, Khmer, kana and Han are written without spaces between words. */
    private static boolean isUnspaced(int c) {
        return c >= 0x0E00 && c <= 0x0EFF
                || c >= 0x1000 && c <= 0x109F
                || c >= 0x1780 && c <= 0x17FF
                || c >= 0x3040 && c <= 0x30FF
                || c >= 0x3400 && c <= 0x9FFF;
    }
}
