package dev.winnow.rule;

/** Kinds of sources of proposals, from the weakest to the strongest. The more specific goes first. */
public enum Tier {
    /** The line model, learnt from other pages. */
    MODEL,
    /** Site statistics: lines that recur on the pages of the site. */
    STATISTICS,
    /** Mechanisms: Java code that recognises lines by place, shape or repetition. */
    MECHANISM,
    /** Rules for all pages. */
    COMMON,
    /** Rules of the page's site. */
    SITE,
    /** Rules that protect lines ({@code keep}). */
    KEEP
}
