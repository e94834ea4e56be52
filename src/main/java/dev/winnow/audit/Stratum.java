package dev.winnow.audit;

import java.util.Comparator;

/**
 * A stratum of the audit: the lines of one kind, site and label, which are sampled together.
 *
 * @param removed true for removed lines, false for kept lines
 * @param site site of the documents
 * @param label key of the lines' label; for kept lines see {@link LineLabels}
 */
record Stratum(boolean removed, String site, String label) implements Comparable<Stratum> {

    /** Stands for an unknown site, or for the unknown label of kept lines. */
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
