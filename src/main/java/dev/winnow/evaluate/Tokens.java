package dev.winnow.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.IntPredicate;

/**
 * Splits text into words like published scorers: a word is a run of letters and digits. Combining marks do not count as letters,
 * so words of some scripts are split. This keeps figures comparable with those of others.
 */
final class Tokens {

    /** Ranges of scripts without spaces, where each letter counts as a word. */
    private static final int[][] LETTERS = {
        {0x0E00, 0x0EFF}, {0x1000, 0x109F}, {0x1780, 0x17FF}, {0x3040, 0x30FF}, {0x3400, 0x9FFF}, {0x20000, 0x2FFFF}
    };

    private Tokens() {}

    /** Returns the words. */
    static List<String> words(String text) {
        return cut(text, point -> false);
    }

    /** Returns the words, and each letter of scripts without spaces as a word. */
    static List<String> letters(String text) {
        return cut(text, Tokens::isAlone);
    }

    private static List<String> cut(String text, IntPredicate alone) {
        List<String> tokens = new ArrayList<>(text.length() / 6);
        int begin = -1;
        int size;
        for (int i = 0; i < text.length(); i += size) {
            int point = text.codePointAt(i);
            size = Character.charCount(point);
            boolean single = alone.test(point);
            if (!single && isWord(point)) {
                begin = begin < 0 ? i : begin;
                continue;
            }
            if (begin >= 0) {
                tokens.add(text.substring(begin, i));
                begin = -1;
            }
            if (single) {
                tokens.add(text.substring(i, i + size));
            }
        }
        if (begin >= 0) {
            tokens.add(text.substring(begin));
        }
        return tokens;
    }

    private static boolean isAlone(int point) {
        if (point < LETTERS[0][0]) {
            return false;
        }
        for (int[] block : LETTERS) {
            if (point >= block[0] && point <= block[1]) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(int point) {
        if (point < 0x80) {
            return point >= 'a' && point <= 'z'
                    || point >= 'A' && point <= 'Z'
                    || point >= '0' && point <= '9'
                    || point == '_';
        }
        int type = Character.getType(point);
        return Character.isLetter(point)
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** Whether a character is white space of Unicode, or a separator of ASCII. */
    static boolean isSpace(char c) {
        return c == ' '
                || c >= '\t' && c <= '\r'
                || c >= 0x1C && c <= 0x1F
                || c == 0x85
                || c > 0x85 && Character.isSpaceChar(c);
    }

    /** Returns the lines that are not blank, without white space around them. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            String line = stripped(text, start, end);
            if (!line.isEmpty()) {
                lines.add(line);
            }
            start = end + 1;
        }
        return lines;
    }

    private static String stripped(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Reduces each run of white space to one space, and removes it at both ends. */
    static String spaced(String text) {
        StringJoiner spaced = new StringJoiner(" ");
        int begin = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean gap = i == text.length() || isSpace(text.charAt(i));
            if (gap && begin >= 0) {
                spaced.add(text.substring(begin, i));
                begin = -1;
            } else if (!gap && begin < 0) {
                begin = i;
            }
        }
        return spaced.toString();
    }
}
