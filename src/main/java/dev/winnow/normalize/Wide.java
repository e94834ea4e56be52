package dev.winnow.normalize;

import dev.winnow.text.Characters;

/** How lines of Chinese and Japanese are set: characters are two columns wide, and some begin no line. */
final class Wide {

    private static final String OPENING = "（「『《〈【〔“‘";

    /** No line begins with these. */
    private static final String CLOSING = "，。、；：！？）」』》〉】〕”’…—ー～・ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々";

    /** From here on forms of full-width characters take one column. */
    private static final char FIRST_HALF_WIDE = '\uFF61';

    private Wide() {}

    static boolean isOpening(char c) {
        return OPENING.indexOf(c) >= 0;
    }

    static boolean isClosing(char c) {
        return CLOSING.indexOf(c) >= 0;
    }

    /** How many columns a stretch of a line takes. */
    static int columns(String text, int from, int to) {
        int columns = to - from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            columns += c < FIRST_HALF_WIDE && Characters.isWide(c) ? 1 : 0;
        }
        return columns;
    }
}
