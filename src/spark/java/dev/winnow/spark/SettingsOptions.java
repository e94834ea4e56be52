package dev.winnow.spark;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import dev.winnow.document.Policy;
import dev.winnow.model.Strictness;
import dev.winnow.rule.load.RuleRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of cleaning, the same as those of {@code winnow clean}. Files are read on the machine of the driver. */
final class SettingsOptions {

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description =
                    "A folder with your own rules, used together with the built-in rules; repeatable. A folder on the machine of the driver.")
    private List<Path> rules = new ArrayList<>();

    @Option(names = "--no-builtin", description = "Do not use the built-in rules.")
    private boolean noBuiltin;

    @Option(names = "--site", paramLabel = "SITE", description = "Treat every page as a page of this site.")
    private @Nullable String site;

    @Option(names = "--policy", paramLabel = "NAME", description = "What stays in the text: article, page, all.")
    private String policy = Policy.ARTICLE.name();

    @Option(names = "--keep", paramLabel = "LABEL", split = ",", description = "Additional labels to keep.")
    private List<String> keep = new ArrayList<>();

    @Option(names = "--drop", paramLabel = "LABEL", split = ",", description = "Additional labels to drop.")
    private List<String> drop = new ArrayList<>();

    @Mixin
    private final StepOptions steps = new StepOptions();

    @Option(
            names = "--model",
            paramLabel = "HOW",
            description =
                    "How strict the line model is: off, precision, balanced, recall; or the file of your own model.")
    private String model = Strictness.BALANCED.key();

    @Option(
            names = "--stats",
            paramLabel = "FILE",
            description = "Site statistics: the file that the job stats or winnow stats wrote.")
    private @Nullable String statistics;

    /**
     * Checks all rules together, then returns the settings.
     *
     * @param storage file systems from which the statistics are read
     * @throws dev.winnow.rule.RuleException with every problem of the rules
     * @throws IllegalArgumentException if there are no rules, or no file of a model
     */
    Settings settings(Storage storage) throws IOException {
        List<RuleRoot.Texts> texts = new ArrayList<>();
        WinnowBuilder whole = Winnow.builder().builtinRules(!noBuiltin);
        if (noBuiltin && rules.isEmpty()) {
            throw new IllegalArgumentException("--no-builtin leaves no rules; name a folder of your own with --rules");
        }
        for (Path folder : rules) {
            whole.rules(folder);
        }
        if (!rules.isEmpty()) {
            whole.buildRules();
        }
        for (Path folder : rules) {
            texts.add(RuleRoot.texts(folder));
        }
        boolean own = Strictness.ofKey(model).isEmpty();
        if (own && !Files.isRegularFile(Path.of(model))) {
            throw new IllegalArgumentException(
                    "--model takes off, precision, balanced, recall or the file of a model; there is no file " + model);
        }
        return new Settings(
                texts,
                !noBuiltin,
                site,
                policy,
                keep,
                drop,
                steps.with(),
                steps.without(),
                own ? Strictness.BALANCED.key() : model,
                own ? new Settings.Bytes(Files.readAllBytes(Path.of(model))) : null,
                statistics == null ? null : new Settings.Bytes(storage.bytes(statistics)));
    }
}
