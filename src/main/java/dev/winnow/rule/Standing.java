package dev.winnow.rule;

import java.util.Comparator;

/**
 * Priority of a proposal among proposals for the same line. The more specific one goes first; the order of rules in files
 * does not matter. A lower priority compares as smaller.
 *
 * @param tier how specific its source is
 * @param confidence from 0 to 1; 1 when no probability is involved
 * @param sweeping whether the lines were taken as part of a run and not named one by one
 * @param literalLength number of UTF-16 units of literal text in the pattern; more is more specific
 */
public record Standing(Tier tier, double confidence, boolean sweeping, int literalLength)
        implements Comparable<Standing> {

    /** Below everything else. */
    public static final Standing MODEL = new Standing(Tier.MODEL, 1, false, 0);

    /** Below every rule and mechanism. */
    public static final Standing STATISTICS = new Standing(Tier.STATISTICS, 1, false, 0);

    /** Below every rule. */
    public static final Standing MECHANISM = new Standing(Tier.MECHANISM, 1, false, 0);

    /** Above the rules for all pages: for mechanisms that know where common wording would be wrong. */
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
