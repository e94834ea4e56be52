package dev.winnow.cli;

import dev.winnow.WinnowBuilder;
import dev.winnow.document.Label;
import dev.winnow.document.Policy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which labels stay in the text. */
final class PolicyOptions {

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            defaultValue = "article",
            converter = ToPolicy.class,
            completionCandidates = PolicyNames.class,
            description = {"What stays in the text (default: ${DEFAULT-VALUE}):", "${bundle:list.policies}"})
    private Policy policy = Policy.ARTICLE;

    @Option(
            names = "--keep",
            paramLabel = "LABEL",
            split = ",",
            converter = ToLabel.class,
            completionCandidates = LabelNames.class,
            description = "Labels that stay, too, for example caption,title. There are ${bundle:list.labels}.")
    private final List<Label> keep = new ArrayList<>();

    @Option(
            names = "--drop",
            paramLabel = "LABEL",
            split = ",",
            converter = ToLabel.class,
            completionCandidates = LabelNames.class,
            description = "Labels that go, too, for example dateline; the same names.")
    private final List<Label> drop = new ArrayList<>();

    WinnowBuilder apply(WinnowBuilder builder) {
        List<Label> both = keep.stream().filter(drop::contains).toList();
        if (!both.isEmpty()) {
            throw UserError.usage("'" + both.get(0).key() + "' is both kept and dropped; name it once");
        }
        return builder.policy(policy).keep(keep.toArray(Label[]::new)).drop(drop.toArray(Label[]::new));
    }

    static final class ToLabel implements ITypeConverter<Label> {
        @Override
        public Label convert(String value) {
            String key = value.strip().toLowerCase(Locale.ROOT);
            return Label.ofKey(key)
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no label '" + value + "'" + DidYouMean.hintOrAll(key, Label.keys())));
        }
    }

    static final class ToPolicy implements ITypeConverter<Policy> {
        @Override
        public Policy convert(String value) {
            return Policy.ofName(value)
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no policy '" + value + "'" + DidYouMean.hintOrAll(value, names())));
        }
    }

    static final class LabelNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Label.keys().iterator();
        }
    }

    static final class PolicyNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }

    private static List<String> names() {
        return Policy.named().stream().map(Policy::name).toList();
    }
}
