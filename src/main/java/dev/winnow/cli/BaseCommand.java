package dev.winnow.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** Options and console that all commands share. */
abstract class BaseCommand implements Callable<Integer> {

    /** Order number of these options in the help; they come last. */
    static final int LAST = 1000;

    @Option(names = "--debug", order = LAST, description = "Show the stack trace of an error.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            order = LAST + 1,
            usageHelp = true,
            description = "Print this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    final Console console;

    BaseCommand(Console console) {
        this.console = console;
    }

    /** Prints the stack trace of an error if {@code --debug} is set. */
    final void trace(Throwable e) {
        if (debug) {
            e.printStackTrace(console.err());
        }
    }
}
