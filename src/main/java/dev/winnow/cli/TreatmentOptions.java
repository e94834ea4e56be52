package dev.winnow.cli;

import dev.winnow.WinnowBuilder;
import picocli.CommandLine.Mixin;

/** What decides, beside the rules, how a text comes out clean: policy, normaliser steps, model, statistics. */
final class TreatmentOptions {

    @Mixin
    private final PolicyOptions policy = new PolicyOptions();

    @Mixin
    private final NormalizeOptions normalize = new NormalizeOptions();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final StatisticsOptions statistics = new StatisticsOptions();

    /** Tells a builder what the options say. */
    WinnowBuilder apply(WinnowBuilder builder) {
        return statistics.apply(model.apply(normalize.apply(policy.apply(builder))));
    }
}
