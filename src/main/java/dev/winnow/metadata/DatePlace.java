package dev.winnow.metadata;

import dev.winnow.label.Capture;
import dev.winnow.label.Provenance;

/**
 * The places where a page of HTML gives a date, and how far each is trusted for the day of publication. This is the only table of
 * it; {@link Publication} combines several dates by its columns.
 */
enum DatePlace {
    //           trust, shown, in lists
    /** Machine-readable day of publication: JSON-LD, Open Graph, Dublin Core, {@code <meta>}. */
    STATED(0, false, false),
    /** The same in elements of microdata. Teasers and comments have such elements, too. */
    MICRODATA(0, false, true),
    /** The page's own URL. */
    ADDRESS(0, false, false),
    /** A line near the headline. */
    HEADLINE(1, true, false),
    /** {@code <time>}, which does not say what happened at that time. */
    TIME(2, true, false),
    /** Data of a script in the page. */
    SCRIPT(2, false, false),
    /** A match of a rule, or a class name. */
    RULE(2, true, true),
    /** The only date in the lines of the page. */
    LINE(2, true, false);

    private final int trust;
    private final boolean shown;
    private final boolean inLists;

    DatePlace(int trust, boolean shown, boolean inLists) {
        this.trust = trust;
        this.shown = shown;
        this.inLists = inLists;
    }

    static DatePlace of(Capture date) {
        if (date.provenance() instanceof Provenance.NearTitle) {
            return HEADLINE;
        }
        if (date.provenance() instanceof Provenance.OnPage) {
            return LINE;
        }
        if (date.rank() != Provenance.Rank.HEAD) {
            return RULE;
        }
        return switch (date.rule()) {
            case "html/microdata" -> MICRODATA;
            case "html/url", "text/url" -> ADDRESS;
            case "html/time" -> TIME;
            case "html/script" -> SCRIPT;
            default -> STATED;
        };
    }

    /** Returns the trust; a smaller number is better. */
    int trust() {
        return trust;
    }

    /** Whether a reader sees the date on the page. */
    boolean isShown() {
        return shown;
    }

    /** Whether lists of other articles have such dates, too. Then several different days say nothing about this article. */
    boolean isInLists() {
        return inLists;
    }

    /** Whether the date certainly belongs to this page. */
    boolean isOfPage() {
        return this != RULE;
    }
}
