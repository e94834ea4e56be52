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

/** What decides how a text comes out clean; the same options as those of {@code winnow clean}. Files are read where the driver runs. */
final class SettingsOptions {

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Rules of your own, beside those that come with Winnow; repeatable. A folder of the driver.")
    private List<Path> rules = new ArrayList<>();

    @Option(names = "--no-builtin", description = "Without the rules that come with Winnow.")
    private boolean noBuiltin;

    @Option(names = "--site", paramLabel = "SITE", description = "Take every page as one of this site.")
    private @Nullable String site;

    @Option(names = "--policy", paramLabel = "NAME", description = "What stays in the text: article, page, all.")
    private String policy = Policy.ARTICLE.name();

    @Option(names = "--keep", paramLabel = "LABEL", split = ",", description = "Labels that stay, too.")
    private List<String> keep = new ArrayList<>();

    @Option(names = "--drop", paramLabel = "LABEL", split = ",", description = "Labels that go, too.")
    private List<String> drop = new ArrayList<>();

    @Mixin
    private final StepOptions steps = new StepOptions();

    @Option(
            names = "--model",
            paramLabel = "HOW",
            description = "How the line model judges: off, precision, balanced, recall; or the file of your own.")
    private String model = Strictness.BALANCED.key();

    @Option(
            names = "--stats",
            paramLabel = "FILE",
            description = "What recurs on the pages of sites, as the job stats, or winnow stats, wrote it.")
    private @Nullable String statistics;

    /**
     * The settings, after the rules were checked as a whole.
     *
     * @param storage where the statistics may lie
     * @throws dev.winnow.rule.RuleException with all that is wrong with the rules
     * @throws IllegalArgumentException for what is not known
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
