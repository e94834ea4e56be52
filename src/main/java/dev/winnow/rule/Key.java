package dev.winnow.rule;

import dev.winnow.text.Characters;

/**
 * A literal that every match of a pattern holds, and its place in the line.
 *
 * @param literal folded, with single spaces and none at the start; a space at the end only where more text must follow
 * @param wholeWord whether a word must end with the literal
 * @param latest maximum offset in the line at which it begins; {@link Integer#MAX_VALUE} for no limit
 */
record Key(String literal, Anchor anchor, boolean wholeWord, int latest) {

    /** Punctuation too common to select lines by itself. */
    private static final String COMMON_MARKS = ".,;:'\"()!?";

    /** Maximum length of a literal in UTF-16 units. Longer ones are cut; matching checks the rest. */
    static final int MAX_LENGTH = 32;

    enum Anchor {
        /** The literal is the whole line. */
        WHOLE,
        /** The line begins with it. */
        START,
        /** The line ends with it. */
        END,
        /** It stands somewhere in the line. */
        INSIDE
    }

    Key(String literal, Anchor anchor) {
        this(literal, anchor, false, Integer.MAX_VALUE);
    }

    /** Rough estimate of how rare lines with this literal are; higher is rarer. 0 when it cannot be looked up. */
    int selectivity() {
        int words = 0;
        int symbols = 0;
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (Characters.isWord(c)) {
                words++;
            } else if (c != ' ' && (anchor != Anchor.INSIDE || COMMON_MARKS.indexOf(c) < 0)) {
                symbols++;
            }
        }
        if (words + symbols == 0 && literal.strip().length() < 2) {
            return 0;
        }
        int anchored = anchor == Anchor.WHOLE ? 40 : anchor == Anchor.INSIDE ? 0 : 3;
        return 1 + 2 * Math.min(words, 10) + symbols + anchored;
    }
}
