package dev.winnow.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** The option that says when standard output has colours. */
final class ColourOption {

    enum When {
        AUTO,
        ALWAYS,
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = {"--color", "--colour"},
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "When to use colours: ${COMPLETION-CANDIDATES}. auto means: on a terminal, unless NO_COLOR is"
                    + " set. Default: ${DEFAULT-VALUE}.")
    private When when = When.AUTO;

    Style style(Console console) {
        return new Style(when == When.ALWAYS || when == When.AUTO && console.wantsColour(console.outIsTerminal()));
    }
}
