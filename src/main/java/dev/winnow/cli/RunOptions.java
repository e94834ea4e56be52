package dev.winnow.cli;

import dev.winnow.run.Cleaning;
import dev.winnow.source.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options for the course of a run. None of them changes the article of a document. */
final class RunOptions {

    private static final String NONE = "none";

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Number of documents cleaned in parallel; it does not change the output. Default: the number of"
                            + " processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            converter = ToTime.class,
            description =
                    "Maximum time to clean one document, for example 90s or 5m. Parsing a PDF or another file that is"
                            + " not text counts separately. A slower document is rejected. Default:"
                            + " ${bundle:limit.max-time}.")
    private Duration maxTime = Limits.DEFAULT_PARSING;

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            description = "File for the documents that failed, with reasons, as JSON Lines; or none. Default:"
                    + " OUT.rejected.jsonl for an output file, rejected.jsonl in an output folder,"
                    + " _rejected.jsonl beside part files, none for standard output.")
    private @Nullable String rejected;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a report of the run: .html for people, .json for programs, or a folder for both.")
    private @Nullable String report;

    @Option(names = "--fail-fast", description = "Stop at the first document that fails.")
    private boolean failFast;

    @Option(
            names = "--resume",
            description = "Continue an unfinished run, with the same inputs and options. If there is none, start a new"
                    + " run.")
    private boolean resume;

    @Option(names = "--restart", description = "Discard an unfinished run and start a new one.")
    private boolean restart;

    void check() {
        if (threads < 1) {
            throw UserError.usage("--threads must be at least 1");
        }
        if (resume && restart) {
            throw UserError.usage("--resume continues an unfinished run and --restart discards it; choose one");
        }
    }

    /** File or folder of the report; empty if there is none. */
    Optional<Path> report() {
        return Optional.ofNullable(report).map(Standard::path);
    }

    int threads() {
        return threads;
    }

    Duration maxTime() {
        return maxTime;
    }

    boolean failFast() {
        return failFast;
    }

    boolean resume() {
        return resume;
    }

    boolean restart() {
        return restart;
    }

    /**
     * File of rejected documents; empty if there is none.
     *
     * @param standard the default of the output
     */
    Optional<Path> rejected(Optional<Path> standard) {
        if (rejected == null) {
            return standard;
        }
        return rejected.equals(NONE) ? Optional.empty() : Optional.of(Standard.path(rejected));
    }

    /** Whether an option, given by its longest name, has no effect on the articles. */
    static boolean leavesOutput(String option) {
        return switch (option) {
            case "--threads",
                    "--max-time",
                    "--report",
                    "--fail-fast",
                    "--resume",
                    "--restart",
                    "--output",
                    "--debug",
                    "--help" -> true;
            default -> false;
        };
    }

    static final class ToTime implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String value) {
            try {
                return Cleaning.parseTime(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
