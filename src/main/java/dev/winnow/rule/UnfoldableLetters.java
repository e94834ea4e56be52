package dev.winnow.rule;

/**
 * Finds the letters U+1C80 to U+1C88, old forms of Cyrillic letters, in a regular expression. When case is ignored, RE2/J 1.8
 * loops forever on them: their upper-case letters have other lower-case letters.
 */
final class UnfoldableLetters {

    private static final int FIRST = 0x1C80;
    private static final int LAST = 0x1C88;

    private static final int NO_CHARACTER = -1;

    private final String regex;
    private int at;
    /** The character just read; {@link #NO_CHARACTER} for a class such as {@code \d}. */
    private int character;

    private UnfoldableLetters(String regex) {
        this.regex = regex;
    }

    /** Returns the offset of the first such letter, or of the first range that includes one; -1 if there is none. */
    static int in(String regex) {
        return new UnfoldableLetters(regex).find();
    }

    private int find() {
        boolean inClass = false;
        while (at < regex.length()) {
            int start = at;
            char c = regex.charAt(at);
            if (!inClass && c == '[') {
                inClass = true;
                at += regex.startsWith("[^", at) ? 2 : 1;
                // The first character of a class is literal, even a closing bracket.
                if (at < regex.length() && regex.charAt(at) != ']') {
                    continue;
                }
                start = at;
            } else if (inClass && regex.startsWith("[:", at) && regex.indexOf(":]", at + 2) > 0) {
                at = regex.indexOf(":]", at + 2) + 2;
                continue;
            } else if (inClass && c == ']') {
                inClass = false;
                at++;
                continue;
            }
            if (at >= regex.length()) {
                return -1;
            }
            read();
            int low = character;
            int high = low;
            if (inClass && low != NO_CHARACTER && regex.startsWith("-", at) && !regex.startsWith("-]", at)) {
                at++;
                read();
                high = character;
            }
            if (low <= LAST && high >= FIRST) {
                return start;
            }
        }
        return -1;
    }

    private void read() {
        character = NO_CHARACTER;
        if (at >= regex.length()) {
            return;
        }
        int point = regex.codePointAt(at);
        at += Character.charCount(point);
        if (point != '\\' || at == regex.length()) {
            character = point;
            return;
        }
        char escaped = regex.charAt(at++);
        if (escaped == 'x' && regex.startsWith("{", at)) {
            int end = regex.indexOf('}', at);
            character = end < 0 ? NO_CHARACTER : number(at + 1, end, 16);
            at = end < 0 ? at : end + 1;
        } else if (escaped == 'x') {
            int end = Math.min(regex.length(), at + 2);
            character = number(at, end, 16);
            at = end;
        } else if (escaped >= '0' && escaped <= '7') {
            int end = at;
            while (end < regex.length() && end < at + 2 && regex.charAt(end) >= '0' && regex.charAt(end) <= '7') {
                end++;
            }
            character = number(at - 1, end, 8);
            at = end;
        } else if (!Character.isLetter(escaped)) {
            character = escaped;
        } else {
            // Escapes for one character stand for control characters, all below the letters sought.
            character = "aftnrv".indexOf(escaped) >= 0 ? '\n' : NO_CHARACTER;
        }
    }

    private int number(int from, int to, int radix) {
        try {
            return Integer.parseInt(regex, from, to, radix);
        } catch (NumberFormatException none) {
            return NO_CHARACTER;
        }
    }
}
