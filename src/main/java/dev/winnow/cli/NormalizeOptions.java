package dev.winnow.cli;

import dev.winnow.WinnowBuilder;
import dev.winnow.normalize.Normalizer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which steps make the text normal. */
final class NormalizeOptions {

    @Option(
            names = "--with",
            paramLabel = "STEP",
            split = ",",
            converter = ToStep.class,
            completionCandidates = StepNames.class,
            description = "Normaliser steps that are off otherwise: ${bundle:list.steps-off}.")
    private final List<String> with = new ArrayList<>();

    @Option(
            names = "--without",
            paramLabel = "STEP",
            split = ",",
            converter = ToStep.class,
            completionCandidates = StepNames.class,
            description = "Normaliser steps to leave out: ${bundle:list.steps-on}.")
    private final List<String> without = new ArrayList<>();

    WinnowBuilder apply(WinnowBuilder builder) {
        with.forEach(builder::withStep);
        without.forEach(builder::withoutStep);
        return builder;
    }

    static final class ToStep implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            String name = value.strip();
            if (!Normalizer.builtIn().contains(name)) {
                throw new TypeConversionException(
                        "there is no step '" + name + "'" + DidYouMean.hintOrAll(name, Normalizer.builtIn()));
            }
            return name;
        }
    }

    static final class StepNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Normalizer.builtIn().iterator();
        }
    }
}
