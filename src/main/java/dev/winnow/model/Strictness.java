package dev.winnow.model;

import java.util.Locale;
import java.util.Optional;

/** How much the line model removes: each level has a minimum probability for a line to stay. */
public enum Strictness {
    /** The model removes nothing. */
    OFF(0),
    /** Less noise stays; some lines of the article may be removed. */
    PRECISION(650),
    /** Fewest errors in total. */
    BALANCED(500),
    /** Few lines of the article are removed; more noise stays. */
    RECALL(200);

    private final int limit;

    Strictness(int limit) {
        this.limit = limit;
    }

    /** Returns the minimum probability of a line, in thousandths. Less likely lines are removed. */
    int limit() {
        return limit;
    }

    /** Returns the name used on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Strictness> ofKey(String key) {
        for (Strictness strictness : values()) {
            if (strictness.key().equals(key)) {
                return Optional.of(strictness);
            }
        }
        return Optional.empty();
    }
}
