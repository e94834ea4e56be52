package dev.winnow.rule;

import org.jspecify.annotations.Nullable;

/**
 * What a line that holds a literal could matter to: a rule, or a site's fingerprint.
 *
 * @param id index among the rule set's triggers
 * @param rule to try; null for a fingerprint
 * @param part of a sequence; 0 otherwise
 * @param pattern of the rule, or of the part, whose literal it is
 * @param fingerprint to try; null for a rule
 */
record Trigger(
        int id,
        @Nullable CompiledRule rule,
        int part,
        int pattern,
        @Nullable Fingerprint fingerprint) {

    static Trigger of(int id, CompiledRule rule, int part, int pattern) {
        return new Trigger(id, rule, part, pattern, null);
    }

    static Trigger of(int id, Fingerprint fingerprint) {
        return new Trigger(id, null, 0, 0, fingerprint);
    }
}
