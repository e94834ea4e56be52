package dev.winnow.rule;

import java.util.Comparator;

/**
 * How much a proposal counts beside others for the same line: the more specific goes first, never the one that stands first in a
 * file. Weaker ones are smaller.
 *
 * @param tier how specific its source is
 * @param confidence how sure the source is, from 0 to 1; 1 for what is not a matter of probability
 * @param sweeping whether the lines were taken as part of a run rather than named one by one
 * @param literalLength units of literal text that were asked for: more is more specific
 */
public record Standing(Tier tier, double confidence, boolean sweeping, int literalLength)
        implements Comparable<Standing> {

    /** Below everything else. */
    public static final Standing MODEL = new Standing(Tier.MODEL, 1, false, 0);

    /** Below every rule and mechanism. */
    public static final Standing STATISTICS = new Standing(Tier.STATISTICS, 1, false, 0);

    /** Below every rule. */
    public static final Standing MECHANISM = new Standing(Tier.MECHANISM, 1, false, 0);

    /** Above the rules for all pages, for what tells that their wording would be mistaken. */
    public static final Standing BEFORE_COMMON = new Standing(Tier.COMMON, 1, false, Integer.MAX_VALUE);

    private static final Comparator<Standing> ORDER = Comparator.comparing(Standing::tier)
            .thenComparingDouble(Standing::confidence)
            .thenComparing(standing -> !standing.sweeping())
            .thenComparingInt(Standing::literalLength);

    @Override
    public int compareTo(Standing other) {
        return ORDER.compare(this, other);
    }
}
