package dev.winnow.cli;

import java.util.List;

/** Tells on standard error what became of the documents: failures at once, warnings up to a number, a summary. */
final class Report {

    /** Warnings shown; all of them stand in the articles. */
    private static final int MOST_WARNINGS = 20;

    /** Milliseconds between two signs of life on a terminal. */
    private static final long PROGRESS_EVERY = 500;

    private final Console console;
    private final String output;
    private final boolean progress;
    private long written;
    private long failed;
    private long warnings;
    private long told = System.currentTimeMillis();
    private boolean lineOpen;

    /** @param output where the articles go, as the user said */
    Report(Console console, String output) {
        this.console = console;
        this.output = output;
        // Where the result goes to the same terminal, it is progress enough.
        this.progress = console.errIsTerminal() && !console.outIsTerminal();
    }

    void failed(String message) {
        failed++;
        say(message);
    }

    void written(String id, List<String> itsWarnings) {
        written++;
        for (String warning : itsWarnings) {
            if (++warnings <= MOST_WARNINGS) {
                say("warning: " + id + ": " + warning);
            }
        }
        if (progress && (written & 63) == 0 && System.currentTimeMillis() - told > PROGRESS_EVERY) {
            told = System.currentTimeMillis();
            console.err().print("\rwinnow: " + Standard.count(written, "document"));
            console.err().flush();
            lineOpen = true;
        }
    }

    /** The summary; returns the exit code. */
    int end() {
        if (warnings > MOST_WARNINGS) {
            say("warning: " + (warnings - MOST_WARNINGS) + " more; all stand in the articles, under winnow.warnings");
        }
        boolean elsewhere = !output.equals(Standard.STREAM);
        if (failed > 0) {
            say(Standard.count(failed, "document") + " failed, " + Standard.count(written, "article") + " written"
                    + (elsewhere ? " to " + output : ""));
        } else if (elsewhere && console.errIsTerminal()) {
            say(Standard.count(written, "article") + " written to " + output);
        }
        if (lineOpen) {
            console.err().println();
        }
        return failed == 0 ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private void say(String message) {
        if (lineOpen) {
            console.err().print("\r\u001B[K");
            lineOpen = false;
        }
        // One line each, whatever a file is called.
        console.say(message.replace('\n', ' '));
    }
}
