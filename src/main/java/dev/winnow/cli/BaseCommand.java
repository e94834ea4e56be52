package dev.winnow.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** What every command understands and has. */
abstract class BaseCommand implements Callable<Integer> {

    /** Place of these options in the help. */
    static final int LAST = 1000;

    @Option(names = "--debug", order = LAST, description = "Show where an error came from.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            order = LAST + 1,
            usageHelp = true,
            description = "Print this help and end.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    final Console console;

    BaseCommand(Console console) {
        this.console = console;
    }

    /** Shows where an error came from, if the user wants to know. */
    final void trace(Throwable e) {
        if (debug) {
            e.printStackTrace(console.err());
        }
    }
}
