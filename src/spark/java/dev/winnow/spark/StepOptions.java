package dev.winnow.spark;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options for the steps of the normaliser, as for {@code winnow clean}. */
final class StepOptions {

    @Option(names = "--with", paramLabel = "STEP", split = ",", description = "Normaliser steps to switch on.")
    private List<String> with = new ArrayList<>();

    @Option(names = "--without", paramLabel = "STEP", split = ",", description = "Normaliser steps to switch off.")
    private List<String> without = new ArrayList<>();

    List<String> with() {
        return with;
    }

    List<String> without() {
        return without;
    }
}
