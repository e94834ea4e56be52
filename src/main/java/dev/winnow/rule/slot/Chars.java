package dev.winnow.rule.slot;

/** What slots need to know about characters; facts of Unicode only, no language. Offsets count UTF-16 units. */
final class Chars {

    private Chars() {}

    /**
     * One form for the variants of a character that count as equal: case, kinds of apostrophes, dashes and spaces. Works
     * the same under every default locale; both Turkish i's fold to i.
     */
    static char fold(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return switch (c) {
            case '\u2018', '\u2019', '\u02BC', '\u2032', '\uFF07' -> '\'';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
            case '\u00A0', '\u202F', '\u2009', '\u3000' -> ' ';
            case '\uFF1A' -> ':';
            default -> Character.toLowerCase(Character.toUpperCase(c));
        };
    }

    static boolean space(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u3000' || c == '\t';
    }

    static boolean apostrophe(char c) {
        return fold(c) == '\'';
    }

    static boolean dash(char c) {
        return fold(c) == '-';
    }

    /** A letter, digit or combining mark; units of characters beyond the basic plane count as letters. */
    static boolean word(char c) {
        if (c < 0x80) {
            return c >= '0' && c <= '9' || letter(c);
        }
        return Character.isLetterOrDigit(c) || mark(c) || Character.isSurrogate(c);
    }

    static boolean letter(char c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        }
        return Character.isLetter(c) || mark(c);
    }

    private static boolean mark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    static boolean upper(char c) {
        return Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    /** A letter of a script that writes words without spaces between them. */
    static boolean unspaced(char c) {
        if (c < 0x0E00) {
            return false;
        }
        return c >= 0x2E80 && c <= 0x9FFF && Character.isLetterOrDigit(c)
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c <= 0x0EFF
                || Character.isSurrogate(c);
    }

    /** A letter of a script that knows no capitals. */
    static boolean uncased(char c) {
        return c >= 0x0590
                && Character.isLetter(c)
                && !Character.isUpperCase(c)
                && !Character.isLowerCase(c)
                && !Character.isTitleCase(c);
    }

    /** Whether a word may begin or end here: not between two characters of one word. */
    static boolean boundary(String text, int at) {
        if (at <= 0 || at >= text.length()) {
            return true;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        return !word(before)
                || !word(after)
                || (unspaced(before) || unspaced(after)) && !(Character.isHighSurrogate(before));
    }

    /** Whether a listed word may end here: not before a further letter, unless the script writes without spaces. */
    static boolean endOfLetters(String text, int at) {
        if (at >= text.length()) {
            return true;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        return !letter(before) || !letter(after) || unspaced(before) || unspaced(after);
    }

    /** Value of a decimal digit of any script, or -1. */
    static int digit(char c) {
        if (c < 0x80) {
            return c >= '0' && c <= '9' ? c - '0' : -1;
        }
        return c < 0x0660 ? -1 : Character.digit(c, 10);
    }
}
