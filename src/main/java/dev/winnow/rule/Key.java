package dev.winnow.rule;

import dev.winnow.text.Characters;

/**
 * A literal without which a pattern cannot match, and where in the line it must stand.
 *
 * @param literal folded, single spaces, none at the start; one at the end only where text must follow
 * @param wholeWord whether no word goes on behind it
 * @param latest where in the line it begins at the latest; {@link Integer#MAX_VALUE} for anywhere
 */
record Key(String literal, Anchor anchor, boolean wholeWord, int latest) {

    /** Marks that stand in every other line: alone they say nothing. */
    private static final String COMMON_MARKS = ".,;:'\"()!?";

    /** Longer literals are cut to this many units: what follows is left to the verification. */
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

    /** How rare a line with this literal is, roughly; 0 when it cannot be looked up. */
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
