package dev.winnow.normalize;

import dev.winnow.document.Edit;
import dev.winnow.text.Characters;
import java.util.List;

/**
 * Removes invisible characters: controls, zero-width and soft-hyphen characters, object replacement characters. Control
 * characters of the C1 range become their Windows-1252 characters; lone surrogates become U+FFFD.
 *
 * <p>Characters with a meaning stay: joiners in emoji sequences and in scripts that need them for shaping, zero-width spaces
 * between letters of scripts written without spaces, the vowel separator in Mongolian words. Direction marks stay in a line
 * that holds right-to-left letters; the text as a whole does not count, because its other lines may be dropped. A soft hyphen
 * at the end of a line is removed together with the line end, because the word goes on.
 */
final class Controls implements TriggeredStep {

    private static final char SOFT_HYPHEN = '\u00AD';
    private static final char MONGOLIAN_VOWEL_SEPARATOR = '\u180E';
    private static final char ZERO_WIDTH_SPACE = '\u200B';
    private static final char NON_JOINER = '\u200C';
    private static final char JOINER = '\u200D';
    private static final char VARIATION_SELECTOR_16 = '\uFE0F';

    @Override
    public String name() {
        return "controls";
    }

    @Override
    public int triggers() {
        return Census.CONTROL;
    }

    /** Whether this step may change a unit. Surrogates are examined in pairs. */
    static boolean isCandidate(char c) {
        if (c < '\u2000') {
            return c < ' ' && c != '\t' && c != '\n' && c != '\r'
                    || c >= '\u007F' && c <= '\u009F'
                    || c == SOFT_HYPHEN
                    || c == '\u061C'
                    || c == '\u180E';
        }
        return c >= '\u200B' && c <= '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2060' && c <= '\u206F'
                || c == '\uFEFF'
                || c >= '\uFFF9' && c <= '\uFFFC'
                || c >= '\uFFFE';
    }

    @Override
    public List<Edit> edits(String text) {
        EditList edits = new EditList(text, this);
        char[] units = text.toCharArray();
        int lineEnd = -1;
        boolean rightToLeft = false;
        int i = Census.next(units, 0, Census.CONTROL);
        while (i < units.length) {
            int end = i + 1;
            if (Character.isSurrogate(units[i])) {
                end = surrogate(text, i, edits);
            } else if (Characters.isDirectionMark(units[i])) {
                if (i > lineEnd) {
                    int lineFeed = text.indexOf('\n', i);
                    lineEnd = lineFeed < 0 ? text.length() : lineFeed;
                    rightToLeft = holdsRightToLeft(text, text.lastIndexOf('\n', i) + 1, lineEnd);
                }
                if (!rightToLeft) {
                    edits.remove(i, end, "direction mark in left-to-right text");
                }
            } else {
                end = candidate(text, i, edits);
            }
            i = Census.next(units, end, Census.CONTROL);
        }
        return edits.done();
    }

    /** Treats the surrogate at {@code i} and returns the offset at which to go on. */
    private static int surrogate(String text, int i, EditList edits) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
            return i + 2;
        }
        edits.replace(i, i + 1, "\uFFFD", "lone surrogate");
        return i + 1;
    }

    /** Treats the candidate at {@code i} and returns the offset at which to go on. */
    private static int candidate(String text, int i, EditList edits) {
        char c = text.charAt(i);
        int end = i + 1;
        if (c == SOFT_HYPHEN) {
            end = softHyphen(text, i, edits);
        } else if (c >= '\u0080' && c <= '\u009F') {
            int meant = LegacyCharset.windows1252(c);
            if (meant == c) {
                edits.remove(i, end, "control character");
            } else {
                edits.replace(i, end, String.valueOf((char) meant), "Windows-1252 character read as a control");
            }
        } else if (c == ZERO_WIDTH_SPACE) {
            if (!(isSpaceless(before(text, i)) && isSpaceless(after(text, end)))) {
                edits.remove(i, end, "zero-width space");
            }
        } else if (c == JOINER || c == NON_JOINER) {
            if (!joinerMatters(c, before(text, i), after(text, end))) {
                edits.remove(i, end, "zero-width joiner without effect");
            }
        } else if (c == MONGOLIAN_VOWEL_SEPARATOR) {
            if (!(isMongolian(before(text, i)) && isMongolian(after(text, end)))) {
                edits.remove(i, end, "vowel separator outside a Mongolian word");
            }
        } else if (c == '\u001B') {
            end = endOfEscape(text, end);
            edits.remove(i, end, "terminal escape");
        } else if (c != '\u000B' && c != '\f') {
            edits.remove(i, end, c < 0xA0 ? "control character" : "invisible character");
        }
        return end;
    }

    private static int softHyphen(String text, int i, EditList edits) {
        int end = i + 1;
        int at = end;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\r')) {
            at++;
        }
        boolean goesOn = i > 0
                && Character.isLetter(text.charAt(i - 1))
                && at + 1 < text.length()
                && text.charAt(at) == '\n'
                && Character.isLowerCase(text.charAt(at + 1));
        if (goesOn) {
            edits.remove(i, at + 1, "word divided by a soft hyphen at the end of the line");
            return at + 1;
        }
        edits.remove(i, end, "soft hyphen");
        return end;
    }

    /**
     * Offset of the end of an ECMA-48 control sequence, such as a colour; {@code from} is the offset after the escape
     * character.
     */
    private static int endOfEscape(String text, int from) {
        if (from >= text.length() || text.charAt(from) != '[') {
            return from;
        }
        int limit = Math.min(text.length(), from + 16);
        for (int i = from + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c >= '@' && c <= '~') {
                return i + 1;
            }
            if (!(c >= '0' && c <= '?')) {
                return from;
            }
        }
        return from;
    }

    private static int before(String text, int at) {
        return at == 0 ? 0 : text.codePointBefore(at);
    }

    private static int after(String text, int at) {
        return at >= text.length() ? 0 : text.codePointAt(at);
    }

    private static boolean joinerMatters(char joiner, int before, int after) {
        if (before == JOINER || before == NON_JOINER) {
            return false;
        }
        return isShaping(before) || isShaping(after) || joiner == JOINER && isPictograph(before) && isPictograph(after);
    }

    private static boolean isPictograph(int codePoint) {
        return codePoint == VARIATION_SELECTOR_16
                || codePoint >= 0x2190 && codePoint <= 0x2BFF
                || codePoint >= 0x1F000 && codePoint <= 0x1FBFF;
    }

    /** Letters and marks of scripts whose shapes or spelling depend on joiners: from Arabic to Mongolian, and beyond the BMP. */
    private static boolean isShaping(int codePoint) {
        return codePoint >= 0x0600 && codePoint <= 0x109F
                || codePoint >= 0x1700 && codePoint <= 0x1AFF
                || codePoint >= 0x1B00 && codePoint <= 0x1C4F
                || codePoint >= 0xA800 && codePoint <= 0xAAFF
                || codePoint >= 0xFB50 && codePoint <= 0xFDFF
                || codePoint >= 0xFE70 && codePoint <= 0xFEFC
                || codePoint >= 0x10A00 && codePoint <= 0x11FFF
                || codePoint >= 0x1E900 && codePoint <= 0x1E95F;
    }

    /** Whether the script separates words by zero-width spaces: Thai, Lao, Tibetan, Myanmar, Khmer and relatives. */
    private static boolean isSpaceless(int codePoint) {
        return codePoint >= 0x0E00 && codePoint <= 0x109F
                || codePoint >= 0x1780 && codePoint <= 0x17FF
                || codePoint >= 0x1950 && codePoint <= 0x1AAF;
    }

    /** Whether the character is a Mongolian letter, or a variation selector that may follow one. */
    private static boolean isMongolian(int codePoint) {
        return codePoint >= 0x180B && codePoint <= 0x180D || codePoint >= 0x1820 && codePoint <= 0x18AA;
    }

    private static boolean holdsRightToLeft(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean block =
                    c >= '\u0590' && c <= '\u08FF' || c >= '\uFB1D' && c <= '\uFDFF' || c >= '\uFE70' && c <= '\uFEFC';
            if (block && Character.isLetter(c)) {
                return true;
            }
        }
        return false;
    }
}
