package dev.winnow.cli;

import dev.winnow.WinnowBuilder;
import picocli.CommandLine.Mixin;

/** Options beside the rules that determine how a text is cleaned: policy, normaliser steps, model, statistics. */
final class TreatmentOptions {

    @Mixin
    private final PolicyOptions policy = new PolicyOptions();

    @Mixin
    private final NormalizeOptions normalize = new NormalizeOptions();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final StatisticsOptions statistics = new StatisticsOptions();

    /** Sets these options in a builder. */
    WinnowBuilder apply(WinnowBuilder builder) {
        return statistics.apply(model.apply(normalize.apply(policy.apply(builder))));
    }
}
