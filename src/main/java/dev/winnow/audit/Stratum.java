package dev.winnow.audit;

import java.util.Comparator;

/**
 * Lines that are sampled and judged together.
 *
 * @param removed whether they were removed; otherwise they stand in the text
 * @param site of their documents
 * @param label what they are; of kept ones see {@link LineLabels}
 */
record Stratum(boolean removed, String site, String label) implements Comparable<Stratum> {

    /** As a site, or as the label of kept lines that nobody knows more of. */
    static final String UNKNOWN = "(unknown)";

    static final String OTHERS = "(others)";

    private static final Comparator<Stratum> ORDER = Comparator.comparing((Stratum s) -> !s.removed())
            .thenComparing(Stratum::site)
            .thenComparing(Stratum::label);

    Stratum atOtherSites() {
        return new Stratum(removed, OTHERS, label);
    }

    @Override
    public int compareTo(Stratum other) {
        return ORDER.compare(this, other);
    }
}
