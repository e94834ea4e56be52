package dev.winnow.language;

import java.lang.Character.UnicodeScript;

/**
 * The writing system and the lower case of single characters, from tables where text is usual. A script is a number below
 * {@link #COUNT}; {@link #NONE} stands for everything that is no part of a word.
 */
final class Scripts {

    static final int NONE = 0;
    static final int LATIN = id(UnicodeScript.LATIN);
    static final int HAN = id(UnicodeScript.HAN);
    /** Both syllabaries, since one text mixes them. */
    static final int KANA = id(UnicodeScript.HIRAGANA);
    /** Marks and letters that belong to the script around them. */
    static final int SHARED = id(UnicodeScript.INHERITED);

    static final int COUNT = UnicodeScript.values().length + 1;

    private static final int HANGUL = id(UnicodeScript.HANGUL);
    /** Below it stand all alphabets with more than a few readers, except Hangul and some of South-East Asia. */
    private static final int TABLE_SIZE = 0x1100;

    private static final short[] SCRIPT = new short[TABLE_SIZE];
    private static final char[] LOWER = new char[TABLE_SIZE];

    static {
        for (char c = 0; c < TABLE_SIZE; c++) {
            SCRIPT[c] = (short) find(c);
            LOWER[c] = Character.toLowerCase(c);
        }
    }

    private Scripts() {}

    static int of(char c) {
        if (c < TABLE_SIZE) {
            return SCRIPT[c];
        }
        if (c >= 0x4E00 && c <= 0x9FFF) {
            return HAN;
        }
        if (c >= 0xAC00 && c <= 0xD7A3) {
            return HANGUL;
        }
        return find(c);
    }

    static char lower(char c) {
        return c < TABLE_SIZE ? LOWER[c] : Character.toLowerCase(c);
    }

    private static int find(char c) {
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        if (!mark && !Character.isLetter(c)) {
            return NONE;
        }
        UnicodeScript script = UnicodeScript.of(c);
        return switch (script) {
            case KATAKANA -> KANA;
            case BOPOMOFO -> HAN;
            case COMMON -> SHARED;
            default -> id(script);
        };
    }

    private static int id(UnicodeScript script) {
        return script.ordinal() + 1;
    }
}
