package dev.winnow.cli;

import dev.winnow.WinnowBuilder;
import dev.winnow.model.LineModel;
import dev.winnow.model.Strictness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that chooses the line model and how strict it is. */
final class ModelOptions {

    @Option(
            names = "--model",
            paramLabel = "HOW",
            description = {
                "How the line model judges lines that no rule matches: off, precision (less noise stays), balanced (the"
                        + " default), or recall (less of the article is lost).",
                "Or a file: a model that you trained yourself."
            })
    private @Nullable String model;

    WinnowBuilder apply(WinnowBuilder builder) {
        if (model == null) {
            return builder;
        }
        Optional<Strictness> how = Strictness.ofKey(model);
        if (how.isPresent()) {
            return builder.model(how.get());
        }
        Path file = Standard.path(model);
        if (!Files.isRegularFile(file)) {
            throw UserError.usage("--model takes "
                    + Arrays.stream(Strictness.values()).map(Strictness::key).collect(Collectors.joining(", "))
                    + " or the file of a model; there is no file " + model);
        }
        try {
            return builder.model(LineModel.read(file));
        } catch (IOException e) {
            throw UserError.usage("--model: " + e.getMessage());
        }
    }
}
