package dev.winnow.text;

import java.text.Normalizer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Folds texts so that texts with the same words for a reader become equal. Thread-safe. */
public final class Folding {

    private static final char UNKNOWN = '\uFFFF';
    private static final char GAP = ' ';
    private static final char NOTHING = '\0';
    private static final int GENERAL_SCRIPTS = 0x0700;
    private static final int PUNCTUATION = 0x2000;
    private static final int TABLE_SIZE = 0x3100;
    private static final char[] TABLE = table();
    /** The unified ideographs of Unicode 13. None of them has a decomposition. */
    private static final char FIRST_IDEOGRAPH = '\u4E00';

    private static final char LAST_IDEOGRAPH = '\u9FFC';
    /** First of the full-width and half-width forms; the table covers all units from here on. */
    private static final char FULL_WIDTH = '\uFF00';

    private static final char[] FULL_WIDTH_TABLE = fullWidthTable();

    private Folding() {}

    /** Returns letters and digits in lower case, without accents on Latin letters, and with single spaces between words. */
    public static String fold(String text) {
        String folded = fold(text, false);
        return folded != null
                ? folded
                : Objects.requireNonNull(fold(Normalizer.normalize(text, Normalizer.Form.NFKD), true));
    }

    /**
     * Folds unit by unit.
     *
     * @param decomposed whether the text is in normalisation form NFKD; otherwise tables give the result of each unit
     * @return null when the tables lack a unit
     */
    private static @Nullable String fold(String text, boolean decomposed) {
        char[] folded = new char[2 * text.length()];
        int length = 0;
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char unit = decomposed ? unit(c) : lookedUp(c);
            if (unit == UNKNOWN) {
                return null;
            }
            if (unit == GAP) {
                gap = true;
            } else if (unit != NOTHING) {
                if (gap && length > 0) {
                    folded[length++] = ' ';
                }
                gap = false;
                folded[length++] = unit;
            }
        }
        return new String(folded, 0, length);
    }

    /** Returns the result of a unit from the tables; a unified ideograph is unchanged. */
    private static char lookedUp(char c) {
        if (c < TABLE.length) {
            return TABLE[c];
        }
        if (c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH) {
            return c;
        }
        return c >= FULL_WIDTH ? FULL_WIDTH_TABLE[c - FULL_WIDTH] : UNKNOWN;
    }

    /** Returns the result of a unit that has no decomposition. */
    private static char unit(char c) {
        if (Characters.isWord(c) && !Characters.isMark(c)) {
            return Characters.fold(c);
        }
        return Characters.isMark(c) || c == '\'' || c == '\u2019' || c == '\u00AD' ? NOTHING : GAP;
    }

    /** Builds the table from Latin to Arabic and from punctuation to kana, for units that become one unit, a gap or nothing. */
    private static char[] table() {
        char[] table = new char[TABLE_SIZE];
        for (char c = 0; c < TABLE_SIZE; c++) {
            table[c] = c < GENERAL_SCRIPTS || c >= PUNCTUATION ? single(c) : UNKNOWN;
        }
        return table;
    }

    private static char[] fullWidthTable() {
        char[] table = new char[Character.MAX_VALUE + 1 - FULL_WIDTH];
        for (int i = 0; i < table.length; i++) {
            table[i] = single((char) (FULL_WIDTH + i));
        }
        return table;
    }

    private static char single(char c) {
        String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        char single = NOTHING;
        for (int i = 0; i < decomposed.length(); i++) {
            char unit = unit(decomposed.charAt(i));
            if (single == NOTHING) {
                single = unit;
            } else if (unit != NOTHING && (unit != GAP || single != GAP)) {
                return UNKNOWN;
            }
        }
        return single;
    }
}
