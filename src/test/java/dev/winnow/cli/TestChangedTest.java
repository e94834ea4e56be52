package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code winnow test --changed}, in a repository of its own. */
class TestChangedTest {

    private static final String SITE = """
            pack: %s
            hosts: [%s]
            rules:
            - id: mark
              label: related
              line: "Read also: {any}"
              examples:
              - hit: "⟦Read also: Cat found⟧"
              - miss: Read also what she wrote
            """;

    private static final String PAGE =
            "The first ferry left the harbour on Sunday morning, the company said.\nRead also: Cat found\n";

    @TempDir
    Path folder;

    @BeforeEach
    void commitRulesAndPages() throws IOException, InterruptedException {
        Pages.rules(folder);
        for (String site : List.of("harbour.example", "island.example")) {
            Pages.file(folder.resolve("rules/sites/" + site + ".yaml"), SITE.replace("%s", site));
            Pages.file(folder.resolve("fixtures/page-of-" + site + "/source.txt"), PAGE);
            Pages.file(
                    folder.resolve("fixtures/page-of-" + site + "/input.json"),
                    "{\"url\": \"https://" + site + "/1\"}");
        }
        Pages.file(folder.resolve("fixtures/anywhere/source.txt"), Pages.PAGE);
        assertThat(test("--update").exit()).isZero();
        Git.in(folder).commitAll();
    }

    private Cli.Ran test(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "test",
                "--no-builtin",
                "--rules",
                folder.resolve("rules").toString(),
                "--fixtures",
                folder.resolve("fixtures").toString()));
        all.addAll(List.of(more));
        return Cli.winnow(all.toArray(String[]::new));
    }

    @Test
    void runsNothingWhereNothingChanged() {
        Cli.Ran ran = test("--changed");
        assertThat(ran.out()).contains("0 examples").contains("0 fixtures");
        assertThat(ran.err()).contains("no example and no fixture was touched");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void runsTheFixtureThatChanged() {
        Pages.file(folder.resolve("fixtures/anywhere/expected.txt"), "Other.\n");
        assertThat(test("--changed").out())
                .contains("0 examples")
                .contains("1 fixture: 0 hold, 1 failed")
                .contains("fixture anywhere");
    }

    @Test
    void runsANewFixtureThatNobodyAddedYet() {
        Pages.file(folder.resolve("fixtures/new/source.txt"), Pages.PAGE);
        assertThat(test("--changed").out()).contains("1 fixture: 0 hold, 1 failed");
    }

    @Test
    void runsASitesExamplesAndPagesWhenItsRulesChanged() {
        Path pack = folder.resolve("rules/sites/harbour.example.yaml");
        Pages.file(pack, SITE.replace("%s", "harbour.example").replace("label: related", "label: share"));
        assertThat(test("--changed").out())
                .contains("2 examples of 1 rule")
                .contains("1 fixture: 0 hold, 1 failed")
                .contains("page-of-harbour.example");
    }

    @Test
    void runsEveryPageWhenRulesForAllPagesChanged() {
        Pages.file(folder.resolve("rules/common/test.yaml"), Pages.RULES + "# changed\n");
        assertThat(test("--changed").out())
                .contains("4 examples of 2 rules: 4 hold")
                .contains("3 fixtures: 3 hold");
    }

    @Test
    void runsEverythingWhenAWordListIsNew() {
        Pages.file(folder.resolve("rules/lexicon/read-on.yaml"), "lexicon: read-on\nen: [Read on]\n");
        assertThat(test("--changed").out())
                .contains("8 examples of 4 rules: 8 hold")
                .contains("3 fixtures: 3 hold");
    }

    @Test
    void looksBackToARevision() throws IOException, InterruptedException {
        Pages.file(folder.resolve("fixtures/anywhere/expected.txt"), "Other.\n");
        new Git(folder).commitAll();
        assertThat(test("--changed").out()).contains("0 fixtures");
        assertThat(test("--changed=HEAD~1").out()).contains("1 fixture: 0 hold, 1 failed");
    }

    @Test
    void saysWhatGitDoesNotKnow(@TempDir Path elsewhere) {
        Cli.Ran unknown = test("--changed=no-such-branch");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("git knows no such revision");
        assertThat(test("--changed=--output=x").err()).contains("git knows no such revision");
        Cli.Ran outside = Cli.winnow("test", "--no-builtin", "--rules", Pages.rules(elsewhere), "--changed");
        assertThat(outside.exit()).isEqualTo(2);
        assertThat(outside.err()).contains("is in no git repository");
    }
}
