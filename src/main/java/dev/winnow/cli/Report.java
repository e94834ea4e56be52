package dev.winnow.cli;

import dev.winnow.report.WarningKind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells on standard error what became of the documents: failures at once; at the end the warnings, those of one kind once with their
 * number, and a summary.
 */
final class Report {

    /** Failures and kinds of warnings shown, each; all warnings stand in the articles, all failures among the rejected documents. */
    private static final int MOST_SHOWN = 20;

    private final Console console;
    private final ProgressBar bar;
    private final String output;
    private final String rejected;
    private long written;
    private long failed;
    private long before;
    private long moreWarnings;
    private final Map<String, Warning> warnings = new LinkedHashMap<>();
    private long hidden;

    /** Warnings of one kind: the first, and how many documents have such a one. */
    private static final class Warning {
        private final String first;
        private long documents;

        private Warning(String first) {
            this.first = first;
        }

        @Override
        public String toString() {
            return first + (documents > 1 ? " (the first of " + documents + " documents)" : "");
        }
    }

    /**
     * @param output where the articles go, as the user said
     * @param rejected where failures are told; empty for nowhere
     */
    Report(Console console, ProgressBar bar, String output, String rejected) {
        this.console = console;
        this.bar = bar;
        this.output = output;
        this.rejected = rejected;
    }

    /** An earlier run did this already. */
    void resumed(long earlierWritten, long earlierFailed) {
        written = earlierWritten;
        failed = earlierFailed;
        before = written + failed;
        bar.skipped();
        say("went on after " + Standard.count(before, "document"));
    }

    void failed(String message) {
        failed++;
        // Where nothing else tells of it, every failure is told here.
        if (rejected.isEmpty() || failed <= MOST_SHOWN) {
            say(message);
        } else {
            hidden++;
        }
        progress();
    }

    void written(String id, List<String> itsWarnings) {
        written++;
        Set<String> kinds = new HashSet<>();
        for (String warning : itsWarnings) {
            String kind = WarningKind.of(warning);
            if (warnings.size() < MOST_SHOWN || warnings.containsKey(kind)) {
                Warning known = warnings.computeIfAbsent(kind, first -> new Warning(id + ": " + warning));
                known.documents += kinds.add(kind) ? 1 : 0;
            } else {
                moreWarnings++;
            }
        }
        progress();
    }

    private void progress() {
        long all = written + failed;
        bar.show(all, all - before, failed);
    }

    /**
     * The run did not come to its end.
     *
     * @param done documents that need not be looked at again
     * @param resumable whether it can be taken up again
     */
    void stopped(long done, boolean resumable) {
        warnings();
        say("stopped after " + Standard.count(done, "document")
                + (resumable ? "; go on with the same command and --resume" : ""));
    }

    /** The summary; returns the exit code. */
    int end() {
        warnings();
        if (hidden > 0) {
            say(Standard.count(hidden, "failure") + " more");
        }
        if (written == 0) {
            say("no article came out: " + (failed == 0 ? "the inputs hold no document" : "every document failed"));
        }
        boolean elsewhere = !output.equals(Standard.STREAM);
        if (failed > 0) {
            say(Standard.count(failed, "document") + " failed, " + Standard.count(written, "article") + " written"
                    + (elsewhere ? " to " + output : "")
                    + (rejected.isEmpty() ? "" : "; the failures stand in " + rejected));
        } else if (elsewhere && console.errIsTerminal()) {
            say(Standard.count(written, "article") + " written to " + output);
        }
        bar.clear();
        return failed == 0 ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private void warnings() {
        warnings.values().forEach(warning -> say("warning: " + warning));
        if (moreWarnings > 0 || warnings.values().stream().anyMatch(warning -> warning.documents > 1)) {
            say("warning: " + (moreWarnings > 0 ? moreWarnings + " more; " : "")
                    + "all stand in the articles, under winnow.warnings");
        }
    }

    private void say(String message) {
        bar.clear();
        // One line each, whatever a file is called.
        console.say(message.replace('\n', ' '));
    }
}
