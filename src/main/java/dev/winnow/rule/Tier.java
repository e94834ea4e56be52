package dev.winnow.rule;

/** Who says what a line is, from the weakest to the strongest: the more specific goes first. */
public enum Tier {
    /** What was learnt from other pages. */
    MODEL,
    /** What recurs on the pages of the site. */
    STATISTICS,
    /** A mechanism that knows no wording: lines that repeat, shapes. */
    MECHANISM,
    /** Rules for pages in general. */
    COMMON,
    /** Rules of the page's site. */
    SITE,
    /** Rules that protect. */
    KEEP
}
