package dev.winnow.metadata;

import dev.winnow.label.Capture;
import dev.winnow.label.Provenance;

/**
 * Where a page of HTML gives a date, and what that is worth for the day of publication. This is the one table of it; what
 * {@link Publication} makes of several dates follows from its columns.
 */
enum DatePlace {
    //           trust, shown, in lists
    /** The page calls it its day of publication, for programs: JSON-LD, Open Graph, Dublin Core, {@code <meta>}. */
    STATED(0, false, false),
    /** The same in elements, of which teasers and comments have some, too. */
    MICRODATA(0, false, true),
    /** In the page's own address. */
    ADDRESS(0, false, false),
    /** A line near the headline. */
    HEADLINE(1, true, false),
    /** {@code <time>}, which does not say of what it is the time. */
    TIME(2, true, false),
    /** The data of a program in the page. */
    SCRIPT(2, false, false),
    /** Words of a rule, class names. */
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

    /** The smaller the better. */
    int trust() {
        return trust;
    }

    /** Whether a reader sees it on the page. */
    boolean isShown() {
        return shown;
    }

    /** Whether articles that the page lists have such dates as well: several days say nothing of this one then. */
    boolean isInLists() {
        return inLists;
    }

    /** Whether the date is one of this page for certain. */
    boolean isOfPage() {
        return this != RULE;
    }
}
