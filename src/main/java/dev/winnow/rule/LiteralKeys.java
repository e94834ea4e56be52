package dev.winnow.rule;

import dev.winnow.text.Characters;

/** Makes keys from literals. */
final class LiteralKeys {

    private LiteralKeys() {}

    /**
     * Returns the part of a literal to look up. For an anchored literal it is the text at the edge of the line; for another
     * one it begins at a place where lookups begin.
     *
     * @param insideWord whether the literal may begin in the middle of a word
     * @param wholeWord whether a word must end with the literal
     * @param before maximum number of units in the line before the literal; {@link Integer#MAX_VALUE} for no limit
     */
    static Key key(String literal, Key.Anchor anchor, boolean insideWord, boolean wholeWord, int before) {
        // A space at the end distinguishes a dash between words from a hyphen. A literal at the end of the pattern has
        // none.
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
        // A line may have runs of white space, so the offset may be larger than in the match.
        int latest = before > ScannedLine.MAX_LENGTH ? Integer.MAX_VALUE : 2 * (before + literal.length());
        return anchor == Key.Anchor.END
                ? new Key(piece, anchor)
                : new Key(piece, anchor, wholeWord && complete, latest);
    }

    /**
     * Returns the literal from a place where lookups begin: a word start or a symbol. Takes the longest word, which is the
     * rarest.
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
