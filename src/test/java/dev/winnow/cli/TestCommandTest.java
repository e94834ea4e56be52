package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
                .contains("--fixtures " + fixtures + " --only ferry --update");
    }

    /** The commands of a failure's hints, without the program's name; there is no special character in them. */
    private static List<String[]> hints(Cli.Ran ran) {
        return ran.out()
                .lines()
                .filter(line -> line.contains(": winnow test "))
                .map(line -> line.substring(line.indexOf("winnow test ") + "winnow ".length())
                        .split(" "))
                .toList();
    }

    @Test
    void namesCommandsThatWorkAsTheyArePrinted() {
        String fixtures = fixtures();
        Path text = Pages.file(folder.resolve("fixtures/ferry/expected.txt"), "Other.\n");
        Pages.file(folder.resolve("fixtures/ferry-2/source.txt"), Pages.PAGE);
        Pages.file(folder.resolve("fixtures/ferry-2/expected.txt"), "Another.\n");
        Pages.file(folder.resolve("fixtures/ferry-2/expected.json"), EXPECTED);
        Cli.Ran ran = test(new Cli(), "--fixtures", fixtures);
        List<String[]> hints = hints(ran);
        assertThat(hints).hasSize(3);
        assertThat(Cli.winnow(hints.get(2)).out()).contains("0 examples").contains("2 fixtures: 0 hold, 2 failed");
        assertThat(Cli.winnow(hints.get(0)).out()).contains("1 fixture: 1 hold, 1 updated");
        assertThat(text).hasContent(Pages.TEXT);
        assertThat(folder.resolve("fixtures/ferry-2/expected.txt")).hasContent("Another.");
        assertThat(Cli.winnow(hints.get(1)).exit()).isZero();
        assertThat(test(new Cli(), "--fixtures", fixtures).exit()).isZero();
    }

    @Test
    void runsSeveralThatAreNamed() {
        String fixtures = fixtures();
        for (String name : List.of("coast/pier", "coast/pier-2", "town/market")) {
            Pages.file(folder.resolve("fixtures/" + name + "/source.txt"), Pages.PAGE);
            Pages.file(folder.resolve("fixtures/" + name + "/expected.txt"), Pages.TEXT);
            Pages.file(folder.resolve("fixtures/" + name + "/expected.json"), EXPECTED);
        }
        assertThat(test(new Cli(), "--fixtures", fixtures, "--only", "town", "--only", "ferry")
                        .out())
                .contains("2 fixtures: 2 hold");
        assertThat(test(new Cli(), "--fixtures", fixtures, "--only", "coast").out())
                .contains("2 fixtures: 2 hold");
        assertThat(test(new Cli(), "--fixtures", fixtures, "--only", "coast/pier")
                        .out())
                .as("a whole name means this one alone")
                .contains("1 fixture: 1 hold");
        assertThat(test(new Cli(), "--fixtures", fixtures, "--only", "town", "--only", "nowhere")
                        .err())
                .contains("nothing is called 'nowhere'");
    }

    @Test
    void countsOnlyRulesOfOnesOwn() {
        String rules = Pages.rules(folder);
        Cli.Ran own = Cli.winnow("test", "--rules", rules, "--fixtures", fixtures());
        assertThat(own.out()).contains("4 examples of 2 rules: 4 hold").contains("1 fixture: ");
        Cli.Ran without = Cli.winnow("test", "--rules", rules);
        assertThat(without.out()).contains("0 fixtures");
        assertThat(without.err()).contains("name their folder with --fixtures");
        Cli.Ran all = Cli.winnow("test", "--rules", rules, "--builtin", "--only", "common");
        assertThat(all.out()).doesNotContain("4 examples of 2 rules").contains("fixtures");
        assertThat(Cli.winnow("test", "--rules", rules, "--no-builtin", "--builtin")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void givesTheSameWhateverRunsAtTheSameTime() {
        for (int i = 0; i < 40; i++) {
            Pages.file(folder.resolve("fixtures/page-" + i + "/source.txt"), Pages.PAGE.replace("Nine", i + " of the"));
        }
        String first = test(new Cli(), "--fixtures", fixtures()).out();
        assertThat(first).contains("41 fixtures: 1 hold, 40 failed");
        assertThat(test(new Cli(), "--fixtures", fixtures()).out()).isEqualTo(first);
    }

    @Test
    void writesReportsBesideTheText() throws Exception {
        String fixtures = fixtures();
        Pages.file(folder.resolve("fixtures/ferry/expected.txt"), Pages.TEXT.replace("Nine", "Ten"));
        for (String report : List.of("junit.xml", "out/page.html", "run.tap", "run.json")) {
            Path file = folder.resolve(report);
            Cli.Ran ran = test(new Cli(), "--fixtures", fixtures, "--report", file.toString());
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.out()).contains("1 fixture: 0 hold, 1 failed");
            assertThat(Files.readString(file)).contains("ferry").contains("--update");
        }
        assertThat(test(new Cli(), "--fixtures", fixtures, "--report", "report.txt")
                        .err())
                .contains("there are .xml, .html, .tap, .json");
    }

    @Test
    void writesForProgramsToStandardOutput() {
        String fixtures = fixtures();
        assertThat(test(new Cli(), "--fixtures", fixtures, "--format", "json").out())
                .startsWith("{\n")
                .contains("\"hold\": 4");
        assertThat(test(new Cli(), "--fixtures", fixtures, "--format", "tap").out())
                .startsWith("TAP version 14\n1..5\nok 1 - examples of common: common/share hit");
        assertThat(test(new Cli(), "--fixtures", fixtures, "--format", "junit").out())
                .startsWith("<?xml")
                .contains("tests=\"5\"");
    }

    @Test
    void annotatesOnGitHubByItself() {
        String fixtures = fixtures();
        Pages.file(folder.resolve("fixtures/ferry/expected.txt"), Pages.TEXT.replace("Nine", "Ten"));
        Cli github = new Cli().variable("GITHUB_ACTIONS", "true").variable("GITHUB_WORKSPACE", folder.toString());
        assertThat(test(github, "--fixtures", fixtures).out())
                .contains("1 fixture: 0 hold, 1 failed")
                .contains("\n::error file=fixtures/ferry/expected.txt,line=7,title=ferry::the text is not that of"
                        + " expected.txt%0A");
        assertThat(test(github, "--fixtures", fixtures, "--format", "text").out())
                .doesNotContain("::error");
        assertThat(test(new Cli(), "--fixtures", fixtures).out()).doesNotContain("::error");
        assertThat(test(new Cli(), "--fixtures", fixtures, "--format", "github").out())
                .contains("::error file=");
    }

    @Test
    void knowsAddressAndTimeOfAPage() {
        String fixtures = fixtures();
        Path input = folder.resolve("fixtures/ferry/input.json");
        Pages.file(input, "{\"url\": \"https://harbour.example/ferry\", \"crawled\": \"2019-06-02T09:45:00Z\"}");
        Pages.file(
                folder.resolve("fixtures/ferry/expected.json"),
                EXPECTED.replace(
                        "{}", "{\"url\": \"https://harbour.example/ferry\", \"crawled\": \"2019-06-02T09:45:00Z\"}"));
        assertThat(test(new Cli(), "--fixtures", fixtures).out()).contains("1 fixture: 1 hold");
        Pages.file(input, "{\"crawled\": \"on Sunday\"}");
        assertThat(test(new Cli(), "--fixtures", fixtures).out()).contains("'crawled' cannot be 'on Sunday'");
        Pages.file(input, "{\"address\": \"x\"}");
        assertThat(test(new Cli(), "--fixtures", fixtures).out())
                .contains("unknown key 'address'; there are url, crawled");
    }

    @Test
    void saysHowToWriteLabelsThatNobodyWroteYet() {
        String fixtures = fixtures();
        Path facts = Pages.file(folder.resolve("fixtures/ferry/expected.json"), "{\"metadata\": {}}");
        Cli.Ran ran = test(new Cli(), "--fixtures", fixtures);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains("labels of removed lines, 'removed' in expected.json, which has none")
                .contains("if this is right: winnow test");
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

    @Test
    void tellsWhatNobodyReachesAndNobodyNotices() {
        String fixtures = fixtures();
        assertThat(test(new Cli(), "--fixtures", fixtures, "--coverage").out())
                .contains("coverage 100.0 %: rules 2 of 2, conditions 1 of 1");
        Cli.Ran mutated = test(new Cli(), "--fixtures", fixtures, "--mutate");
        assertThat(mutated.exit()).as("findings alone are no failure").isZero();
        assertThat(mutated.out())
                .contains("mutation 100.0 %: rules 2 of 2, conditions 1 of 1, labels 2 of 2, misses 2 of 2");
        Cli.Ran one = test(new Cli(), "--fixtures", fixtures, "--mutate", "--only", "common/tail", "--floor", "100");
        assertThat(one.out()).contains("mutation 100.0 %: rules 1 of 1");
        assertThat(one.exit()).isZero();
    }

    @Test
    void failsBelowTheFloor() {
        // A fixture whose page holds one of the two rules.
        Pages.file(
                folder.resolve("pages/one/source.txt"),
                "The ferry left on Sunday, the company said.\nShare this page\n");
        String pages = folder.resolve("pages").toString();
        test(new Cli(), "--fixtures", pages, "--update");
        Cli.Ran ran = test(new Cli(), "--fixtures", pages, "--coverage", "--floor", "50");
        assertThat(ran.out())
                .containsPattern("rules/common/test.yaml:10: common/tail takes nothing of any fixture\n")
                .contains("coverage 25.0 %: rules 1 of 2, conditions 0 of 1");
        assertThat(ran.err()).contains("coverage is 25.0 %, below the floor of 50.0 %");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(test(new Cli(), "--fixtures", pages, "--coverage", "--floor", "25")
                        .exit())
                .isZero();
        assertThat(test(new Cli(), "--coverage", "--format", "github").out())
                .contains("::warning file=")
                .contains(",line=4,title=common/share::takes nothing of any fixture");
        assertThat(test(new Cli(), "--floor", "50").err()).contains("--floor needs --coverage or --mutate");
        assertThat(test(new Cli(), "--coverage", "--floor", "101").exit()).isEqualTo(2);
    }

    @Test
    void measuresNothingWhileTestsFail() {
        String fixtures = fixtures();
        Pages.file(folder.resolve("fixtures/ferry/expected.txt"), "Other.\n");
        Cli.Ran ran = test(new Cli(), "--fixtures", fixtures, "--mutate");
        assertThat(ran.out()).doesNotContain("mutation");
        assertThat(ran.err()).contains("nothing is measured while tests fail");
    }

    /** The most likely mistake of a team must show beside its line, and no report of an earlier run may pass for this one. */
    @Test
    void annotatesRulesThatCannotBeReadAndLeavesNoOldReport(@TempDir Path team) throws IOException {
        Path rules =
                Pages.file(team.resolve("rules/a.example.yaml"), "pack: a.example\nhosts: [a.example]\nrulez: []\n");
        Path report = Files.writeString(team.resolve("report.xml"), "of an earlier run");
        Cli.Ran ran =
                Cli.winnow("test", "--rules", rules.toString(), "--format", "github", "--report", report.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).contains("::error file=", "a.example.yaml,line=3,col=1,title=R020::unknown key 'rulez'");
        assertThat(report).doesNotExist();
    }
}
