package dev.winnow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.junit.WinnowFixtures;
import dev.winnow.rule.RuleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a team does that keeps its rules and pages in a folder of its own, laid out as it likes. */
class TeamFixturesTest {

    private static final String PACK = """
            pack: harbour-news.example
            hosts: [harbour-news.example]
            rules:
            - id: weather
              label: widget
              line: "Weather at the pier: {any}"
              examples:
              - hit: "⟦Weather at the pier: rain⟧"
              - miss: Weather at the pier was bad, the keeper of the lighthouse said.
            """;

    private static final String TEXT = "The first ferry left the harbour on Sunday morning, the company said.\n";

    @TempDir
    Path team;

    @BeforeEach
    void layOut() throws IOException {
        file("sites/harbour/rules.yaml", PACK);
        file("sites/harbour/pages/ferry/source.txt", TEXT + "Weather at the pier: rain\n");
        file("sites/harbour/pages/ferry/input.json", "{\"url\": \"https://harbour-news.example/ferry\"}");
        file("sites/harbour/pages/ferry/expected.txt", TEXT);
        file(
                "sites/harbour/pages/ferry/expected.json",
                "{\"metadata\": {\"site\": \"harbour-news.example\"}, \"removed\": [\"widget: Weather at the pier: rain\"]}");
        file("notes.md", "Not a fixture.");
    }

    private void file(String name, String content) throws IOException {
        Path file = team.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** Runs all tests below; returns the names of those that hold and the messages of those that fail. */
    private static List<String> run(Stream<? extends DynamicNode> nodes) {
        List<String> results = new ArrayList<>();
        nodes.forEach(node -> {
            if (node instanceof DynamicContainer container) {
                results.addAll(run(container.getChildren()));
            } else if (node instanceof DynamicTest test) {
                try {
                    test.getExecutable().execute();
                    results.add(test.getDisplayName());
                } catch (Throwable e) {
                    results.add(test.getDisplayName() + " failed: " + e.getMessage());
                }
            }
        });
        return results;
    }

    @Test
    void makesATestOfEveryExampleAndFixture() {
        assertThat(run(WinnowFixtures.in(team).tests()))
                .satisfiesExactly(
                        hit -> assertThat(hit)
                                .startsWith("harbour-news.example/weather hit (")
                                .endsWith(":8:10)"),
                        miss -> assertThat(miss)
                                .startsWith("harbour-news.example/weather miss (")
                                .endsWith(":9:11)"),
                        page -> assertThat(page).isEqualTo("sites/harbour/pages/ferry"));
        assertThat(WinnowFixtures.in(team).tests().map(DynamicNode::getDisplayName))
                .containsExactly("examples of harbour-news.example", "fixtures");
    }

    @Test
    void failsWhereARuleNoLongerDoesWhatItDid() throws IOException {
        file(
                "sites/harbour/rules.yaml",
                PACK.replace("line: \"Weather at the pier: {any}\"", "line: Weather at the {any}"));
        assertThat(run(WinnowFixtures.in(team).tests()))
                .satisfiesExactly(
                        hit -> assertThat(hit).endsWith(")"),
                        miss -> assertThat(miss).endsWith(")"),
                        page -> assertThat(page).isEqualTo("sites/harbour/pages/ferry"));
        file("sites/harbour/rules.yaml", PACK.replace("label: widget", "label: advert"));
        assertThat(run(WinnowFixtures.in(team).withoutBuiltinRules().tests()))
                .last()
                .asString()
                .contains("- widget: Weather at the pier: rain")
                .contains("if this is right: winnow test --rules " + team + " --no-builtin --fixtures " + team
                        + " --only sites/harbour/pages/ferry --update");
    }

    @Test
    void takesRulesFromElsewhere(@TempDir Path elsewhere) throws IOException {
        Files.move(team.resolve("sites/harbour/rules.yaml"), elsewhere.resolve("harbour.yaml"));
        assertThat(run(WinnowFixtures.in(team).withRules(elsewhere).tests()))
                .hasSize(3)
                .noneMatch(result -> result.contains("failed"));
    }

    @Test
    void refusesToTestNothing() throws IOException {
        assertThatThrownBy(() ->
                        WinnowFixtures.in(team.resolve("sites/harbour/pages")).tests())
                .isInstanceOf(RuleException.class);
        Path rules = Files.createDirectories(team.resolve("only-rules"));
        Files.writeString(rules.resolve("a.yaml"), PACK);
        assertThatThrownBy(() -> WinnowFixtures.in(rules).tests())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no fixture in");
    }
}
