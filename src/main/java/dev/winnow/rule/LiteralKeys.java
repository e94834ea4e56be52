package dev.winnow.rule;

/** Makes keys from literals. */
final class LiteralKeys {

    private LiteralKeys() {}

    /**
     * The part of a literal to look up: what stands at the line's edge for an anchored one; from a place where a lookup
     * begins for one that may stand anywhere.
     *
     * @param insideWord whether the literal may stand in the middle of a word
     */
    static Key key(String literal, Key.Anchor anchor, boolean insideWord) {
        String folded = Fold.of(literal).strip();
        return switch (anchor) {
            case WHOLE -> new Key(folded, anchor);
            case START -> new Key(head(folded), anchor);
            case END -> new Key(tail(folded), anchor);
            case INSIDE ->
                new Key(
                        head(fromEntry(
                                folded,
                                insideWord && folded.equals(Fold.of(literal).stripTrailing()))),
                        anchor);
        };
    }

    /** Lookups begin at word starts and symbols. */
    private static String fromEntry(String literal, boolean insideWord) {
        for (int i = 0; i < literal.length(); i++) {
            char before = i == 0 ? (insideWord ? 'x' : ' ') : literal.charAt(i - 1);
            if (Fold.isWordStart(before, literal.charAt(i))) {
                return literal.substring(i);
            }
        }
        return literal.isEmpty() || Fold.isWord(literal.charAt(0)) ? "" : literal;
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
