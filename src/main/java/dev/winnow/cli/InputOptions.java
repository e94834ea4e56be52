package dev.winnow.cli;

import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options with limits for reading documents. */
final class InputOptions {

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            converter = ToSize.class,
            description = "Maximum size of one document, for example 200M. Default: ${bundle:limit.max-size}.")
    private int maxSize = Limits.DEFAULT_DOCUMENT_BYTES;

    @Option(
            names = "--max-nesting",
            paramLabel = "N",
            description = "Maximum depth of nested archives and compression. Default: " + Limits.DEFAULT_NESTING + ".")
    private int maxNesting = Limits.DEFAULT_NESTING;

    @Option(
            names = "--max-entries",
            paramLabel = "N",
            description = "Maximum number of entries in one archive. Default: " + Limits.DEFAULT_ENTRIES + ".")
    private long maxEntries = Limits.DEFAULT_ENTRIES;

    @Option(
            names = "--max-ratio",
            paramLabel = "N",
            description = "Maximum ratio of unpacked to packed size, once ${bundle:limit.unpacked} are unpacked."
                    + " Default: " + Limits.DEFAULT_RATIO + ".")
    private int maxRatio = Limits.DEFAULT_RATIO;

    @Option(
            names = "--max-window",
            paramLabel = "SIZE",
            converter = ToSize.class,
            description =
                    "Maximum memory for a window of zstd or xz. Default: ${bundle:limit.max-window}, enough for zstd"
                            + " --long.")
    private int maxWindow = Limits.DEFAULT_WINDOW_BYTES;

    /**
     * Returns the inputs named, or standard input if there are none.
     *
     * @param example command and arguments of a call, for the message
     * @throws UserError if there are none and standard input is a terminal
     */
    static List<String> orStandardInput(List<String> inputs, Console console, String example) {
        if (!inputs.isEmpty()) {
            return inputs;
        }
        if (console.inIsTerminal()) {
            throw UserError.usage(
                    "no input; name files, folders or globs, for example: " + Standard.program() + " " + example);
        }
        return List.of(Standard.STREAM);
    }

    Inputs open(List<String> inputs, Console console) {
        return open(inputs, console, Limits.DEFAULT_PARSING);
    }

    /** @param longest maximum time to parse one document */
    Inputs open(List<String> inputs, Console console, Duration longest) {
        return Inputs.of(inputs, console.in(), limits().withMaxParsing(longest));
    }

    Limits limits() {
        try {
            return Limits.DEFAULT
                    .withMaxDocumentBytes(maxSize)
                    .withMaxNesting(maxNesting)
                    .withMaxEntries(maxEntries)
                    .withMaxRatio(maxRatio)
                    .withMaxWindowBytes(maxWindow);
        } catch (IllegalArgumentException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }

    static final class ToSize implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            try {
                return Limits.parseSize(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
