package dev.winnow.rule;

/** Makes keys from literals. */
final class LiteralKeys {

    private LiteralKeys() {}

    /**
     * The part of a literal to look up: what stands at the line's edge for an anchored one; from a place where a lookup
     * begins for one that may stand anywhere.
     */
    static Key key(String literal, Key.Anchor anchor) {
        String folded = Fold.of(literal).strip();
        return switch (anchor) {
            case WHOLE -> new Key(folded, anchor);
            case START -> new Key(head(folded), anchor);
            case END -> new Key(tail(folded), anchor);
            case INSIDE -> new Key(head(fromEntry(folded)), anchor);
        };
    }

    /** A literal may stand behind a slot, so only its own first word, or symbol, is a place where a lookup begins. */
    private static String fromEntry(String literal) {
        for (int i = 0; i < literal.length(); i++) {
            if (Fold.isWordStart(i == 0 ? ' ' : literal.charAt(i - 1), literal.charAt(i))) {
                return literal.substring(i);
            }
        }
        return literal;
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
