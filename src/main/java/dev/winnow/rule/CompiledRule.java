package dev.winnow.rule;

import dev.winnow.document.Label;
import java.util.List;

/**
 * A rule ready to run.
 *
 * @param index in the rule set
 * @param pack index of its pack
 * @param tier of its pack
 * @param phase when it runs; rules that depend on the results of other rules run later
 * @param unlessLine patterns of the exception, compiled
 * @param literalLength units of literal text in the pattern that has the fewest
 */
record CompiledRule(
        int index,
        Rule rule,
        int pack,
        RulePack source,
        Tier tier,
        Phase phase,
        CompiledMatcher matcher,
        List<CompiledPattern> unlessLine,
        int literalLength) {

    /** Returns the label of its lines; {@link Label#BODY} for a rule that only keeps. */
    Label label() {
        Label label = rule.label();
        return label == null ? Label.BODY : label;
    }
}
