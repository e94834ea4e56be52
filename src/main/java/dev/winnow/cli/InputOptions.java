package dev.winnow.cli;

import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How documents are read. */
final class InputOptions {

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            converter = ToSize.class,
            description = "Largest document taken, for example 200M. Default: 64M.")
    private int maxSize = Limits.DEFAULT_DOCUMENT_BYTES;

    /** The inputs named, or standard input where somebody sends something. */
    static List<String> orStandardInput(List<String> inputs, Console console, String example) {
        if (!inputs.isEmpty()) {
            return inputs;
        }
        if (console.inIsTerminal()) {
            throw UserError.usage("no input; name files, folders or globs, for example: " + example);
        }
        return List.of(Standard.STREAM);
    }

    Inputs open(List<String> inputs, Console console) {
        return Inputs.of(inputs, console.in(), Limits.DEFAULT.withMaxDocumentBytes(maxSize));
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
