package dev.winnow.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** When to colour what goes to standard output. */
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
            description = "Colours: ${COMPLETION-CANDIDATES}; auto colours on a terminal, unless NO_COLOR is set.")
    private When when = When.AUTO;

    Style style(Console console) {
        return new Style(when == When.ALWAYS || when == When.AUTO && console.wantsColour(console.outIsTerminal()));
    }
}
