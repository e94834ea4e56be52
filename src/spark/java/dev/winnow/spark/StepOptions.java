package dev.winnow.spark;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Steps of the normaliser, as for {@code winnow clean}. */
final class StepOptions {

    @Option(
            names = "--with",
            paramLabel = "STEP",
            split = ",",
            description = "Normaliser steps that are off otherwise.")
    private List<String> with = new ArrayList<>();

    @Option(names = "--without", paramLabel = "STEP", split = ",", description = "Normaliser steps to leave out.")
    private List<String> without = new ArrayList<>();

    List<String> with() {
        return with;
    }

    List<String> without() {
        return without;
    }
}
