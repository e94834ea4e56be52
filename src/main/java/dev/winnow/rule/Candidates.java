package dev.winnow.rule;

import java.util.Arrays;

/**
 * Which rule could match at which line, sorted by the stratum in which it runs; found once for a round of passes. Opaque; made
 * by {@link RuleSet#candidates}.
 */
public final class Candidates {

    private final long[][] pairs = new long[Stratum.values().length][8];
    private final int[] counts = new int[pairs.length];

    Candidates() {}

    void add(Stratum stratum, int line, int trigger) {
        int of = stratum.ordinal();
        if (counts[of] == pairs[of].length) {
            pairs[of] = Arrays.copyOf(pairs[of], counts[of] * 2);
        }
        pairs[of][counts[of]++] = (long) line << 32 | trigger;
    }

    int count(Stratum stratum) {
        return counts[stratum.ordinal()];
    }

    int line(Stratum stratum, int at) {
        return (int) (pairs[stratum.ordinal()][at] >>> 32);
    }

    int trigger(Stratum stratum, int at) {
        return (int) pairs[stratum.ordinal()][at];
    }
}
