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

/** How a run goes on and ends. None of these changes what comes out of a document. */
final class RunOptions {

    private static final String NONE = "none";

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Documents cleaned at the same time; the output is the same. Default: one for each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            converter = ToTime.class,
            description =
                    "Time to clean one document, and to parse one that is no text, for example 90s or 5m; what takes longer is set aside. Default: ${bundle:limit.max-time}.")
    private Duration maxTime = Limits.DEFAULT_PARSING;

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            description =
                    "Where documents that failed are told, as JSON Lines, or none. Default: OUT.rejected.jsonl"
                            + " beside a file, rejected.jsonl in a folder, _rejected.jsonl among parts; nowhere for standard output.")
    private @Nullable String rejected;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Tell what the run did: a page to read (.html), the same for programs (.json), or a folder"
                    + " for both.")
    private @Nullable String report;

    @Option(names = "--fail-fast", description = "End with the first document that fails.")
    private boolean failFast;

    @Option(
            names = "--resume",
            description = "Go on with an earlier run that broke off, if one did; with the same inputs and options.")
    private boolean resume;

    @Option(names = "--restart", description = "Forget an earlier run that broke off.")
    private boolean restart;

    void check() {
        if (threads < 1) {
            throw UserError.usage("--threads must be at least 1");
        }
        if (resume && restart) {
            throw UserError.usage("--resume goes on and --restart forgets; choose one");
        }
    }

    /** Where to tell what the run did; empty where nobody wants that. */
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

    /** Where documents that failed are told; empty where nobody wants that. */
    Optional<Path> rejected(Optional<Path> standard) {
        if (rejected == null) {
            return standard;
        }
        return rejected.equals(NONE) ? Optional.empty() : Optional.of(Standard.path(rejected));
    }

    /** Whether an option, by its longest name, leaves the output as it is. */
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
