package dev.winnow.language;

import dev.winnow.text.Characters;
import java.lang.Character.UnicodeScript;

/**
 * Looks up script and lower case of single characters, in tables for the usual ranges. A script is a number below {@link
 * #COUNT}; {@link #NONE} stands for characters that belong to no word.
 */
final class Scripts {

    static final int NONE = 0;
    static final int LATIN = id(UnicodeScript.LATIN);
    static final int HAN = id(UnicodeScript.HAN);
    /** Both syllabaries, because one text mixes them. */
    static final int KANA = id(UnicodeScript.HIRAGANA);
    /** Marks and letters that belong to the script around them. */
    static final int SHARED = id(UnicodeScript.INHERITED);

    static final int COUNT = UnicodeScript.values().length + 1;

    private static final int HANGUL = id(UnicodeScript.HANGUL);
    /** All alphabets with more than a few readers lie below this character. */
    private static final int TABLE_SIZE = 0x2000;

    /** For each character its script in the upper half and its lower case in the lower half. */
    private static final int[] TABLE = new int[TABLE_SIZE];

    /** A second table for the marks of Chinese and Japanese and the Japanese syllables. */
    private static final char FIRST_SYLLABLE = 0x3000;

    private static final int[] SYLLABLES = new int[0x100];

    static {
        for (char c = 0; c < TABLE_SIZE; c++) {
            TABLE[c] = pair(find(c), Character.toLowerCase(c));
        }
        for (char c = 0; c < SYLLABLES.length; c++) {
            char syllable = (char) (FIRST_SYLLABLE + c);
            SYLLABLES[c] = pair(find(syllable), Character.toLowerCase(syllable));
        }
    }

    private Scripts() {}

    /** Returns script and lower case of a character in one number: see {@link #scriptIn} and {@link #lowerIn}. */
    static int look(char c) {
        if (c < TABLE_SIZE) {
            return TABLE[c];
        }
        if (c >= 0x2000 && c <= 0x206F) {
            return NONE;
        }
        if (c >= 0x4E00 && c <= 0x9FFF) {
            return pair(HAN, c);
        }
        if (c >= FIRST_SYLLABLE && c < FIRST_SYLLABLE + SYLLABLES.length) {
            return SYLLABLES[c - FIRST_SYLLABLE];
        }
        return pair(c >= 0xAC00 && c <= 0xD7A3 ? HANGUL : find(c), Character.toLowerCase(c));
    }

    static int scriptIn(int look) {
        return look >>> 16;
    }

    static char lowerIn(int look) {
        return (char) look;
    }

    private static int pair(int script, char lower) {
        return script << 16 | lower;
    }

    private static int find(char c) {
        if (!Characters.isLetter(c)) {
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
