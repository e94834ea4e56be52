package dev.winnow.cli;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import picocli.CommandLine.Mixin;

/** What decides how a text comes out clean: rules, model, statistics, policy, normaliser steps. */
final class CleaningOptions {

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    @Mixin
    private final PolicyOptions policy = new PolicyOptions();

    @Mixin
    private final NormalizeOptions normalize = new NormalizeOptions();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final StatisticsOptions statistics = new StatisticsOptions();

    /**
     * A cleaner as the options say.
     *
     * @param early rules that may be loaded already
     * @param console is told what is worth knowing of the rules
     * @throws UserError with all diagnostics of the rules
     */
    Winnow winnow(EarlyRules early, Console console) {
        return RuleOptions.build(apply(rules.builder(early, console)));
    }

    /** A builder as the options say, which takes more rules. */
    WinnowBuilder builder() {
        return apply(rules.builder());
    }

    private WinnowBuilder apply(WinnowBuilder builder) {
        return statistics.apply(model.apply(normalize.apply(policy.apply(builder))));
    }
}
