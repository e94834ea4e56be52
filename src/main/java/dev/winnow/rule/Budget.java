package dev.winnow.rule;

/**
 * How much one match may take. A match over its share or number of lines is blocked and reported.
 *
 * @param share of the document's characters, in (0, 1]
 * @param lines at most
 * @param prose share of the page's prose that an element may hold, taken or not, in (0, 1]: with more it is not beside the article,
 *     whatever it is called. Twice as much where the article begins elsewhere
 */
public record Budget(double share, int lines, double prose) {

    /** For ranges that name none: half of the document. */
    public static final Budget OF_RANGE = new Budget(0.5, Integer.MAX_VALUE, 1.0);

    /** For selectors that name none. */
    public static final Budget OF_ELEMENTS = new Budget(1.0, Integer.MAX_VALUE, 0.5);

    /** For matchers that name their lines one by one. */
    public static final Budget NONE = new Budget(1.0, Integer.MAX_VALUE, 1.0);
}
