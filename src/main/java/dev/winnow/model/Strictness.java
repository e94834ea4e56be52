package dev.winnow.model;

import java.util.Locale;
import java.util.Optional;

/** How likely a line has to be to stay. */
public enum Strictness {
    /** Nothing goes on the model's word. */
    OFF(0),
    /** Less noise; some of the article may go. */
    PRECISION(650),
    /** As right as can be on the whole. */
    BALANCED(500),
    /** Little of the article goes; more noise stays. */
    RECALL(200);

    private final int limit;

    Strictness(int limit) {
        this.limit = limit;
    }

    /** In thousandths; lines that are less likely go. */
    int limit() {
        return limit;
    }

    /** The name used on the command line. */
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
