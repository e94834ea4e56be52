package dev.winnow.cli;

import dev.winnow.WinnowBuilder;
import dev.winnow.document.Label;
import dev.winnow.document.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Options that decide which labels stay in the text. */
final class PolicyOptions {

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            defaultValue = "article",
            converter = Policies.class,
            completionCandidates = Policies.class,
            description = {"What stays in the text (default: ${DEFAULT-VALUE}):", "${bundle:list.policies}"})
    private Policy policy = Policy.ARTICLE;

    @Option(
            names = "--keep",
            paramLabel = "LABEL",
            split = ",",
            converter = Labels.class,
            completionCandidates = Labels.class,
            description = "Labels that stay, too, for example caption,title. All labels: ${bundle:list.labels}.")
    private final List<Label> keep = new ArrayList<>();

    @Option(
            names = "--drop",
            paramLabel = "LABEL",
            split = ",",
            converter = Labels.class,
            completionCandidates = Labels.class,
            description = "Labels that are removed, too, for example dateline. Same names as for --keep.")
    private final List<Label> drop = new ArrayList<>();

    WinnowBuilder apply(WinnowBuilder builder) {
        List<Label> both = keep.stream().filter(drop::contains).toList();
        if (!both.isEmpty()) {
            throw UserError.usage("'" + both.get(0).key() + "' is both kept and dropped; name it once");
        }
        return builder.policy(policy).keep(keep.toArray(Label[]::new)).drop(drop.toArray(Label[]::new));
    }

    static final class Labels extends Choice<Label> {
        Labels() {
            super("label", Label.keys(), value -> Label.ofKey(value.strip().toLowerCase(Locale.ROOT)));
        }
    }

    static final class Policies extends Choice<Policy> {
        Policies() {
            super("policy", Policy.named().stream().map(Policy::name).toList(), Policy::ofName);
        }
    }
}
