package dev.winnow.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.Label;
import dev.winnow.document.Policy;
import dev.winnow.document.SourceDocument;
import dev.winnow.fixture.FixtureCase;
import dev.winnow.model.Strictness;
import dev.winnow.rule.RuleSet;
import dev.winnow.source.Input;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A policy chooses by label; it has no say in what a line is. */
class PolicyTest {

    private static final List<Policy> POLICIES = List.of(
            Policy.ARTICLE,
            Policy.PAGE,
            Policy.ALL,
            Policy.ARTICLE.dropping(Set.of(Label.DATELINE, Label.LIST)),
            Policy.ALL.dropping(EnumSet.allOf(Label.class)));

    @TestFactory
    Stream<DynamicTest> givesTheSameLabelsAndMetadataUnderEveryPolicy() {
        List<Winnow> winnows = new ArrayList<>();
        List<Winnow> rulesAlone = new ArrayList<>();
        RuleSet rules = Winnow.builder().buildRules();
        for (Policy policy : POLICIES) {
            winnows.add(Winnow.builder().rules(rules).policy(policy).build());
            rulesAlone.add(Winnow.builder()
                    .rules(rules)
                    .policy(policy)
                    .model(Strictness.OFF)
                    .build());
        }
        return FixtureCase.find(Path.of("fixtures")).stream()
                .filter(fixture -> !fixture.name().startsWith("hostile"))
                .map(fixture ->
                        dynamicTest(fixture.name(), () -> check(winnows, rulesAlone, source(fixture.folder()))));
    }

    private static void check(List<Winnow> winnows, List<Winnow> rulesAlone, SourceDocument source) {
        Article article = winnows.get(0).clean(source);
        List<String> labels = labels(article);
        for (int i = 0; i < winnows.size(); i++) {
            Article other = winnows.get(i).clean(source);
            assertThat(labels(other)).isEqualTo(labels);
            assertThat(other.metadata()).isEqualTo(article.metadata());
            assertThat(other.warnings().stream().filter(warning -> warning.startsWith("line ")))
                    .containsExactlyElementsOf(article.warnings().stream()
                            .filter(warning -> warning.startsWith("line "))
                            .toList());
            assertThat(other.ledger().restore(other.text())).isEqualTo(source.text());
            // The model judges what another policy keeps by what is around it: of that it may take a line more.
            Winnow again = i == 0 ? winnows.get(i) : rulesAlone.get(i);
            String text = again.clean(source).text();
            assertThat(again.clean(SourceDocument.of(source.id(), text).withUrl(source.url()))
                            .text())
                    .as("cleaned again with " + POLICIES.get(i))
                    .isEqualTo(text);
        }
    }

    private static List<String> labels(Article article) {
        return article.lines().stream()
                .map(line -> line.label() + " " + line.rule() + " " + line.source())
                .toList();
    }

    private static SourceDocument source(Path folder) throws IOException {
        for (String name : List.of("source.txt", "source.html", "source.jsonl")) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                try (Inputs inputs =
                        Inputs.of(List.of(file.toString()), InputStream.nullInputStream(), Limits.DEFAULT)) {
                    return ((Input.Document) inputs.next()).document();
                }
            }
        }
        throw new IOException("no source in " + folder);
    }
}
