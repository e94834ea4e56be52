package dev.winnow.audit;

import java.util.Comparator;

/**
 * Lines that are sampled and judged together.
 *
 * @param removed whether they were removed; otherwise they stand in the text
 * @param site of their documents
 * @param label what the removed ones are; of kept ones the output does not tell, and it is {@link #TEXT}
 */
record Stratum(boolean removed, String site, String label) implements Comparable<Stratum> {

    static final String TEXT = "text";
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
