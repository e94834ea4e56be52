package dev.winnow.cli;

import dev.winnow.report.WarningKind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reports the outcome of a run on standard error: each failure at once, and at the end the warnings and a summary. Warnings of
 * one kind are shown once, with their number.
 */
final class Report {

    /** Maximum number of failures and of kinds of warnings shown. The articles and the file of rejected documents hold all. */
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
    private boolean kept;
    private long hidden;

    /** Warnings of one kind: the first one, and the number of documents with such a warning. */
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
     * @param output where the articles go, as the user named it
     * @param rejected file of rejected documents; empty if there is none
     */
    Report(Console console, ProgressBar bar, String output, String rejected) {
        this.console = console;
        this.bar = bar;
        this.output = output;
        this.rejected = rejected;
    }

    /** Reports that the run was resumed. The parameters are the counts of the earlier run. */
    void resumed(long earlierWritten, long earlierFailed) {
        written = earlierWritten;
        failed = earlierFailed;
        before = written + failed;
        bar.skipped();
        say("resumed after " + Standard.count(before, "document"));
    }

    void failed(String message) {
        failed++;
        // Without a file of rejected documents, this message is the only trace of the failure.
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
     * Reports that the run stopped before its end.
     *
     * @param done number of documents that are finished
     * @param resumable whether the run can be resumed
     */
    void stopped(long done, boolean resumable) {
        warnings();
        say("stopped after " + Standard.count(done, "document")
                + (resumable ? "; continue with the same command and --resume" : ""));
    }

    /** Reports that an earlier result was not replaced by an empty one. */
    void kept() {
        kept = true;
    }

    /** Prints the summary and returns the exit code. */
    int end() {
        warnings();
        if (hidden > 0) {
            say(Standard.count(hidden, "failure") + " more");
        }
        if (written == 0) {
            say("no article was written: " + (failed == 0 ? "the inputs hold no document" : "every document failed")
                    + (kept ? "; the earlier result in " + output + " is unchanged" : ""));
        }
        boolean elsewhere = !output.equals(Standard.STREAM);
        if (failed > 0) {
            say(Standard.count(failed, "document") + " failed, " + Standard.count(written, "article") + " written"
                    + (elsewhere ? " to " + output : "")
                    + (rejected.isEmpty() ? "" : "; the failures are in " + rejected));
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
                    + "all are in the articles, under winnow.warnings");
        }
    }

    private void say(String message) {
        bar.clear();
        // A file name may hold a line feed; a message must be one line.
        console.say(message.replace('\n', ' '));
    }
}
