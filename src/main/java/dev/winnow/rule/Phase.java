package dev.winnow.rule;

import org.jspecify.annotations.Nullable;

/** When a rule runs. Rules that depend on the results of other rules run in a later phase. */
public enum Phase {
    /** Rules that depend on the lines only. */
    LINES,
    /** Rules that depend on zones, or on a value captured before. */
    ZONES,
    /** Rules that depend on the labels of neighbouring lines. */
    NEIGHBOURS;

    static Phase of(Rule rule, boolean needsKnown) {
        Phase own = of(rule.conditions());
        return own == LINES && needsKnown ? ZONES : own;
    }

    private static Phase of(@Nullable Conditions conditions) {
        if (conditions == null) {
            return LINES;
        }
        Phase exception = of(conditions.unless());
        if (!conditions.after().isEmpty()
                || !conditions.before().isEmpty()
                || !conditions.beside().isEmpty()
                || exception == NEIGHBOURS) {
            return NEIGHBOURS;
        }
        return !conditions.zones().isEmpty() || exception == ZONES ? ZONES : LINES;
    }
}
