package dev.winnow.rule;

import dev.winnow.document.Label;
import java.util.List;

/**
 * A rule ready to run.
 *
 * @param index among the rule set's rules
 * @param pack index of its pack
 * @param tier of its pack
 * @param phase when it runs: rules that ask for what other rules find out run after these
 * @param unlessLine patterns of the exception, compiled
 * @param literalLength units of literal text its shortest pattern asks for
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

    /** What it says of its lines: text where a rule only keeps. */
    Label label() {
        Label label = rule.label();
        return label == null ? Label.BODY : label;
    }
}
