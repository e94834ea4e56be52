package dev.winnow.normalize;

/** Characters of Chinese and Japanese: two columns wide, and set side by side without spaces. */
final class Wide {

    /** As wide as the characters around them. */
    private static final String EITHER = "“”‘’—…·";

    private static final String OPENING = "（「『《〈【〔“‘";

    /** No line begins with these. */
    private static final String CLOSING = "，。、；：！？）」』》〉】〕”’…—ー～・ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々";

    private Wide() {}

    static boolean is(int codePoint) {
        return Character.isIdeographic(codePoint)
                || codePoint >= 0x3000 && codePoint <= 0x30FF
                || codePoint >= 0xFF01 && codePoint <= 0xFF60;
    }

    static boolean isOpening(char c) {
        return OPENING.indexOf(c) >= 0;
    }

    static boolean isClosing(char c) {
        return CLOSING.indexOf(c) >= 0;
    }

    /** Whether two characters stand side by side without a space. Quotes and dashes go with either. */
    static boolean joins(int before, int behind) {
        return is(before) && (is(behind) || EITHER.indexOf(behind) >= 0) || is(behind) && EITHER.indexOf(before) >= 0;
    }

    /** How many columns a stretch of a line takes. */
    static int columns(String text, int from, int to) {
        int columns = to - from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            columns += c >= '\u2E80' && is(c) ? 1 : 0;
        }
        return columns;
    }
}
