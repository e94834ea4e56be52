package dev.winnow.rule;

/**
 * Limits on what one match may take. A match over its limit is blocked and reported.
 *
 * @param share of the document's characters, in (0, 1]
 * @param lines maximum number of lines
 * @param prose share of the page's prose that an element may hold, taken or not, in (0, 1]. An element with more is not
 *     beside the article, whatever its name. The limit doubles where the article begins outside of the element
 */
public record Budget(double share, int lines, double prose) {

    /** Default of ranges: half of the document. */
    public static final Budget OF_RANGE = new Budget(0.5, Integer.MAX_VALUE, 1.0);

    /** Default of selectors. */
    public static final Budget OF_ELEMENTS = new Budget(1.0, Integer.MAX_VALUE, 0.5);

    /** Default of matchers that name their lines one by one: no limit. */
    public static final Budget NONE = new Budget(1.0, Integer.MAX_VALUE, 1.0);
}
