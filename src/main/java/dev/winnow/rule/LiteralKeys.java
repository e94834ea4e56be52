package dev.winnow.rule;

import dev.winnow.text.Characters;

/** Makes keys from literals. */
final class LiteralKeys {

    private LiteralKeys() {}

    /**
     * The part of a literal to look up: what stands at the line's edge for an anchored one; from a place where a lookup
     * begins for one that may stand anywhere.
     *
     * @param insideWord whether the literal may stand in the middle of a word
     * @param wholeWord whether no word may go on behind the literal
     * @param before units that can stand in the line before the literal, at most; {@link Integer#MAX_VALUE} for any number
     */
    static Key key(String literal, Key.Anchor anchor, boolean insideWord, boolean wholeWord, int before) {
        // A space at the end tells a dash between words from a hyphen; a literal that ends the pattern has none.
        String folded = anchor == Key.Anchor.INSIDE
                ? Characters.fold(literal).stripLeading()
                : Characters.fold(literal).strip();
        String whole = anchor == Key.Anchor.INSIDE
                ? fromEntry(folded, insideWord && folded.equals(Characters.fold(literal)))
                : folded;
        String piece = switch (anchor) {
            case WHOLE -> whole;
            case START, INSIDE -> head(whole);
            case END -> tail(whole);
        };
        boolean complete = piece.equals(whole);
        // Runs of white space make a line longer than what is matched.
        int latest = before > ScannedLine.MAX_LENGTH ? Integer.MAX_VALUE : 2 * (before + literal.length());
        return anchor == Key.Anchor.END
                ? new Key(piece, anchor)
                : new Key(piece, anchor, wholeWord && complete, latest);
    }

    /**
     * From one of the places where lookups begin, word starts and symbols, to the end: the longest word of a phrase is its
     * rarest, and the fewer lines hold it the better.
     */
    private static String fromEntry(String literal, boolean insideWord) {
        int best = -1;
        int longest = 0;
        for (int i = 0; i < literal.length(); i++) {
            char before = i == 0 ? (insideWord ? 'x' : ' ') : literal.charAt(i - 1);
            if (Characters.isWordStart(before, literal.charAt(i))) {
                int length = wordLength(literal, i);
                if (length > longest) {
                    longest = length;
                    best = i;
                }
            }
        }
        if (best >= 0) {
            return literal.substring(best);
        }
        return literal.isEmpty() || Characters.isWord(literal.charAt(0)) ? "" : literal;
    }

    private static int wordLength(String literal, int start) {
        int end = start;
        while (end < literal.length() && Characters.isWord(literal.charAt(end))) {
            end++;
        }
        return end - start;
    }

    private static String head(String literal) {
        return literal.length() <= Key.MAX_LENGTH
                ? literal
                : literal.substring(0, Key.MAX_LENGTH).stripTrailing();
    }

    private static String tail(String literal) {
        return literal.length() <= Key.MAX_LENGTH
                ? literal
                : literal.substring(literal.length() - Key.MAX_LENGTH).stripLeading();
    }
}
