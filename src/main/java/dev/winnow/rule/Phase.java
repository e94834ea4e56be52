package dev.winnow.rule;

import org.jspecify.annotations.Nullable;

/** When rules run: those that ask for what other rules find out run after these. */
public enum Phase {
    /** Rules that ask only for the lines. */
    LINES,
    /** Rules that ask for zones, or for a value known already. */
    ZONES,
    /** Rules that ask what other rules said of the neighbouring lines. */
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
