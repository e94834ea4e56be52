package dev.winnow.cli;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures, pads, cuts and wraps text in columns of a terminal. A Chinese character takes 2 columns, a combining mark 0. The
 * escape sequences of {@link Style} take 0 columns, too.
 */
final class Columns {

    private Columns() {}

    /** Returns the number of columns that a text takes. */
    static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int after = afterColour(text, i);
            if (after > i) {
                i = after;
                continue;
            }
            int point = text.codePointAt(i);
            width += width(point);
            i += Character.charCount(point);
        }
        return width;
    }

    /** Returns the offset after a colour's escape sequence, or the same offset if there is none. */
    private static int afterColour(String text, int at) {
        return text.charAt(at) == Style.ESCAPE ? text.indexOf('m', at) + 1 : at;
    }

    private static int width(int point) {
        if (point < 0x300) {
            return 1;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        if (point < 0x1100) {
            return 1;
        }
        boolean wideForm = point >= 0x3000 && point <= 0x303E
                || point >= 0xFF01 && point <= 0xFF60
                || point >= 0xFFE0 && point <= 0xFFE6
                || point >= 0x1F300 && point <= 0x1F64F
                || point >= 0x1F680 && point <= 0x1F6FF
                || point >= 0x1F900 && point <= 0x1FAFF;
        if (wideForm) {
            return 2;
        }
        UnicodeScript script = UnicodeScript.of(point);
        boolean wideScript = (script == UnicodeScript.HAN
                        || script == UnicodeScript.HIRAGANA
                        || script == UnicodeScript.KATAKANA
                        || script == UnicodeScript.HANGUL)
                && !(point >= 0xFF61 && point <= 0xFFDC);
        return wideScript ? 2 : 1;
    }

    /** Pads a text with blanks to a width in columns. */
    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** Cuts a text to a width in columns, with an ellipsis if something is cut off. */
    static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        return text.substring(0, fits(text, 0, width - 1)).stripTrailing() + "…";
    }

    /** Breaks a text into lines of a width in columns, at blanks if possible. Returns at least one line. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = fits(text, at, width);
            if (end < text.length()) {
                int blank = text.lastIndexOf(' ', end);
                // Break inside a word if the last blank is in the left half of the line: else half the line stays
                // empty.
                end = blank > at + (end - at) / 2 ? blank : end;
            }
            lines.add(text.substring(at, end).stripTrailing());
            at = end;
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
        if (lines.isEmpty()) {
            lines.add("");
        }
        return lines;
    }

    /** Returns the end of the longest span from an offset that fits into a width. It has at least one character. */
    private static int fits(String text, int from, int width) {
        int used = 0;
        int at = from;
        while (at < text.length()) {
            int after = afterColour(text, at);
            if (after > at) {
                at = after;
                continue;
            }
            int point = text.codePointAt(at);
            used += width(point);
            if (used > width && at > from) {
                return at;
            }
            at += Character.charCount(point);
        }
        return at;
    }
}
