package dev.winnow.normalize;

import dev.winnow.text.Characters;

/** Facts about line breaks in Chinese and Japanese: characters are two columns wide, and some must not begin a line. */
final class Wide {

    private static final String OPENING = "（「『《〈【〔“‘";

    /** Characters that must not begin a line. */
    private static final String CLOSING = "，。、；：！？）」』》〉】〕”’…—ー～・ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々";

    /** From this unit on, full-width forms take one column. */
    private static final char FIRST_HALF_WIDE = '\uFF61';

    private Wide() {}

    static boolean isOpening(char c) {
        return OPENING.indexOf(c) >= 0;
    }

    static boolean isClosing(char c) {
        return CLOSING.indexOf(c) >= 0;
    }

    /** Number of columns of a part of a line. */
    static int columns(String text, int from, int to) {
        int columns = to - from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            columns += c < FIRST_HALF_WIDE && Characters.isWide(c) ? 1 : 0;
        }
        return columns;
    }
}
