package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {

    @TempDir
    Path folder;

    private static final String EXPECTED = """
            {
              "metadata": {},
              "removed": [
                "share: Share this page",
                "related: More stories",
                "related: Cat found"
              ]
            }
            """;

    private Cli.Ran test(Cli cli, String... args) {
        List<String> all = new ArrayList<>(List.of("test", "--no-builtin", "--rules", Pages.rules(folder)));
        all.addAll(List.of(args));
        return cli.run(all.toArray(String[]::new));
    }

    private String fixtures() {
        Pages.file(folder.resolve("fixtures/ferry/source.txt"), Pages.PAGE);
        Pages.file(folder.resolve("fixtures/ferry/expected.txt"), Pages.TEXT);
        Pages.file(folder.resolve("fixtures/ferry/expected.json"), EXPECTED);
        return folder.resolve("fixtures").toString();
    }

    @Test
    void countsWhatHolds() {
        Cli.Ran ran = test(new Cli(), "--fixtures", fixtures());
        assertThat(ran.out()).contains("4 examples of 2 rules: 4 hold").contains("1 fixture: 1 hold");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void showsWhatFailedAndHow() {
        String fixtures = fixtures();
        Pages.file(folder.resolve("fixtures/ferry/expected.txt"), Pages.TEXT.replace("Nine", "Ten"));
        Cli.Ran ran = test(new Cli(), "--fixtures", fixtures);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains("failed fixture ferry")
                .contains("    - Ten people")
                .contains("    + Nine people")
                .contains("1 fixture: 0 hold, 1 failed");
    }

    @Test
    void noticesThatARuleChangedItsLabel() {
        String fixtures = fixtures();
        Pages.file(
                folder.resolve("rules/common/test.yaml"), Pages.RULES.replace("label: related", "label: navigation"));
        Cli.Ran ran = new Cli()
                .run("test", "--no-builtin", "--rules", folder.resolve("rules").toString(), "--fixtures", fixtures);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains("labels of removed lines, 'removed' in expected.json")
                .contains("    - related: More stories")
                .contains("    + navigation: More stories")
                .contains("write it with --update --only ferry");
    }

    @Test
    void saysHowToWriteLabelsThatNobodyWroteYet() {
        String fixtures = fixtures();
        Path facts = Pages.file(folder.resolve("fixtures/ferry/expected.json"), "{\"metadata\": {}}");
        Cli.Ran ran = test(new Cli(), "--fixtures", fixtures);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains("labels of removed lines, 'removed' in expected.json, which has none")
                .contains("write it with --update --only ferry");
        assertThat(test(new Cli(), "--fixtures", fixtures, "--update").exit()).isZero();
        assertThat(facts).content().endsWith(EXPECTED.substring(EXPECTED.indexOf("\"removed")));
    }

    @Test
    void refusesAFolderWithoutFixtures() {
        Pages.file(folder.resolve("notes/one/page.txt"), "No fixture.");
        Cli.Ran ran = test(new Cli(), "--fixtures", folder.resolve("notes").toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("there is no fixture in it").contains("source.txt, source.html or");
        Cli.Ran itself = test(new Cli(), "--fixtures", fixtures() + "/ferry");
        assertThat(itself.exit()).isEqualTo(2);
        assertThat(itself.err()).contains("this is a fixture itself; name the folder above it");
    }

    @Test
    void updatesWhatIsExpectedAndShowsTheDifference() {
        String fixtures = fixtures();
        Path expected = Pages.file(folder.resolve("fixtures/ferry/expected.txt"), "Other text.\n");
        Cli.Ran ran = test(new Cli(), "--fixtures", fixtures, "--update");
        assertThat(ran.exit()).isZero();
        assertThat(expected).hasContent(Pages.TEXT);
        assertThat(ran.out())
                .contains("updated ferry")
                .contains("- Other text.")
                .contains("+ Ferry service resumes");
    }

    @Test
    void refusesToUpdateInContinuousIntegration() {
        String fixtures = fixtures();
        Path expected = Pages.file(folder.resolve("fixtures/ferry/expected.txt"), "Other text.\n");
        Cli.Ran ran = test(new Cli().variable("CI", "true"), "--fixtures", fixtures, "--update");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(expected).hasContent("Other text.\n");
    }

    @Test
    void runsOnlyWhatIsAskedFor() {
        assertThat(test(new Cli(), "--fixtures", fixtures(), "--only", "common/share")
                        .out())
                .contains("2 examples of 1 rule: 2 hold")
                .contains("1 fixture: 1 hold");
        assertThat(test(new Cli(), "--fixtures", fixtures(), "--only", "ferry").out())
                .contains("0 examples")
                .contains("1 fixture");
        Cli.Ran ran = test(new Cli(), "--fixtures", fixtures(), "--only", "common/shore");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("did you mean 'common/share'?");
    }

    @Test
    void endsWithTwoWhenRulesAreBroken() {
        Pages.file(folder.resolve("rules/common/broken.yaml"), "pack: common\nrules: x\n");
        assertThat(test(new Cli(), "--fixtures", fixtures()).exit()).isEqualTo(2);
    }

    @Test
    void makesFirstExpectationsOfANewCase() {
        String fixtures = fixtures();
        Pages.file(folder.resolve("fixtures/new/source.txt"), Pages.PAGE);
        assertThat(test(new Cli(), "--fixtures", fixtures).out()).contains("there is no expected.txt");
        assertThat(test(new Cli(), "--fixtures", fixtures, "--update", "--only", "new")
                        .exit())
                .isZero();
        assertThat(Files.exists(folder.resolve("fixtures/new/expected.json"))).isTrue();
    }
}
