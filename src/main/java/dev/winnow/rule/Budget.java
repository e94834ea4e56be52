package dev.winnow.rule;

/**
 * How much one match may take. A match over its budget is blocked and reported.
 *
 * @param share of the document's characters, in (0, 1]
 * @param lines at most
 */
public record Budget(double share, int lines) {

    /** For ranges that name none: half of the document. */
    public static final Budget OF_RANGE = new Budget(0.5, Integer.MAX_VALUE);

    /** For matchers that name their lines one by one. */
    public static final Budget NONE = new Budget(1.0, Integer.MAX_VALUE);
}
