package dev.winnow.cli;

import dev.winnow.WinnowBuilder;
import dev.winnow.normalize.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that switch normaliser steps on and off. */
final class NormalizeOptions {

    @Option(
            names = "--with",
            paramLabel = "STEP",
            split = ",",
            converter = Steps.class,
            completionCandidates = Steps.class,
            description = "Normaliser steps to switch on. Off by default: ${bundle:list.steps-off}.")
    private final List<String> with = new ArrayList<>();

    @Option(
            names = "--without",
            paramLabel = "STEP",
            split = ",",
            converter = Steps.class,
            completionCandidates = Steps.class,
            description = "Normaliser steps to switch off. On by default: ${bundle:list.steps-on}.")
    private final List<String> without = new ArrayList<>();

    WinnowBuilder apply(WinnowBuilder builder) {
        with.forEach(builder::withStep);
        without.forEach(builder::withoutStep);
        return builder;
    }

    static final class Steps extends Choice<String> {
        Steps() {
            super(
                    "step",
                    Normalizer.builtIn(),
                    value -> Optional.of(value.strip()).filter(Normalizer.builtIn()::contains));
        }
    }
}
