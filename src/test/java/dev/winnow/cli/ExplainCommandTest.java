package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    @TempDir
    Path folder;

    private Cli.Ran explain(Cli cli, String... args) {
        List<String> all = new ArrayList<>(List.of("explain", "--no-builtin", "--rules", Pages.rules(folder)));
        all.addAll(List.of(args));
        return cli.in(Pages.PAGE).run(all.toArray(String[]::new));
    }

    @Test
    void showsEveryLineWithLabelRuleAndReason() {
        Cli.Ran ran = explain(new Cli());
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("4 − share    Share this page")
                .contains("common/share")
                .contains("7 − related  More stories")
                .contains("common/tail");
        assertThat(ran.out().lines().filter(line -> line.matches(" *\\d [ −] .*")))
                .hasSize(7);
    }

    @Test
    void tellsWhichRuleCameCloseAndWhatStoppedIt() {
        assertThat(explain(new Cli()).out())
                .containsPattern("5   .*More stories\\R(.*\\R)? *╰ nearly: common/tail  but ");
    }

    private static final String SEQUENCE = """
            pack: harbour.example
            hosts: [harbour.example]
            fingerprint: ["© Harbour Times {int}", ["Harbour Times online", "Edition of {date}"]]
            rules:
            - id: header
              lines:
              - {line: "HARBOUR {int}", label: section}
              - {line: "{title}", label: title}
              - {line: "{description}", label: standfirst, shape: sentence-like}
              - {line: "By {authors:people}", label: byline}
              examples:
              - hit: |
                  ⟦HARBOUR 4
                  Ferry resumes
                  The first ferry of the week left the harbour on Sunday morning with forty people.
                  By Ada Holm⟧
              - miss: HARBOUR
            - id: box
              label: widget
              range: {from: Harbour weather, to: End of the weather, at_most: 3}
              examples:
              - hit: |
                  ⟦Harbour weather
                  Rain
                  End of the weather⟧
              - miss: Harbour weather is fine.
            - id: more
              label: related
              range: {from: More from the quay, while: link-like, at_least: 2}
              examples:
              - hit: |
                  ⟦More from the quay
                  Cat found
                  Dog lost⟧
              - miss: More from the quay comes every day.
            """;

    @Test
    void tellsWhichSlotDoesNotTakeItsText() {
        String page =
                "HARBOUR 4\n\nFerry resumes\n\nThe first ferry of the week left the harbour with forty people.\n\n"
                        + "By a friend of Ada\n";
        assertThat(explainSequence(page, "--site", "harbour.example").out())
                .contains("3 of 4 parts fit; part 4 stopped at line 7: it does not fit 'By {authors:people}': "
                        + "{authors:people} does not take 'a friend of Ada' after 'By'");
    }

    private Cli.Ran explainSequence(String page, String... args) {
        Pages.file(folder.resolve("rules/sites/harbour.example.yaml"), SEQUENCE);
        return explainPage(page, args);
    }

    private Cli.Ran explainPage(String page, String... args) {
        List<String> all = new ArrayList<>(List.of("explain", "--no-builtin", "--rules", Pages.rules(folder)));
        all.addAll(List.of(args));
        return new Cli().variable("COLUMNS", "200").in(page).run(all.toArray(String[]::new));
    }

    @Test
    void tellsWhereASequenceStopped() {
        String page = """
                HARBOUR 4

                Ferry resumes

                No prose here

                By Ada Holm
                """;
        assertThat(explainSequence(page, "--site", "harbour.example").out())
                .contains(
                        "nearly: harbour.example/header  but 2 of 4 parts fit; part 3 stopped at line 5: not sentence-like");
        String other = page.replace("No prose here", "The first ferry of the week left the harbour with forty people.");
        assertThat(explainSequence(other.replace("By Ada Holm", "Seen by nobody"), "--site", "harbour.example")
                        .out())
                .contains("3 of 4 parts fit; part 4 stopped at line 7: it does not fit 'By {authors:people}'");
        assertThat(explainSequence(other.replace("By Ada Holm", ""), "--site", "harbour.example")
                        .out())
                .contains("3 of 4 parts fit; part 4 stopped behind the last line: the page ends there");
        assertThat(explainSequence(other, "--site", "harbour.example").out()).doesNotContain("parts fit");
    }

    @Test
    void tellsWhyARangeDidNotCount() {
        String page =
                "Harbour weather\n\nRain\n\nMore rain\n\nStill rain\n\nStorm\n\nMore from the quay\n\nCat found\n";
        assertThat(explainSequence(page, "--site", "harbour.example").out())
                .contains("it never ends: no line fits 'End of the weather' within the 3 lines it may have")
                .contains("1 line of the range follows the first, at least 2 must");
    }

    @Test
    void tellsWhichSiteCameClose() {
        assertThat(explainSequence("Ferry resumes\n\n© Harbour Times 2019, all rights reserved\n")
                        .out())
                .contains(
                        "harbour.example: fingerprint: 0 of 1 line fits; line 3 does not fit '© Harbour Times {int}'");
        assertThat(explainSequence("Harbour Times online\n\nFerry resumes\n").out())
                .contains("fingerprint: 1 of 2 lines fit; line 3 does not fit 'Edition of {date}'");
        assertThat(explainSequence("Ferry resumes\n", "--url", "https://harbor.example/1")
                        .out())
                .contains("site     harbor.example: common rules only")
                .contains("why      no pack names the host harbor.example; did you mean 'harbour.example'?");
    }

    @Test
    void showsTheShapesOfEachLine() {
        assertThat(explain(new Cli()).out())
                .contains("common/share  matches 'Share this page'  [heading-like link-like short]")
                .contains("no rule names it  [sentence-like]");
    }

    @Test
    void explainsOneDocumentOfACorpus() {
        String corpus =
                "{\"id\": \"a-1\", \"text\": \"Ferry resumes\"}\n{\"id\": \"a-2\", \"text\": \"Cat found\"}\nbroken\n";
        Cli.Ran ran = explainPage(corpus, "--id", "a-2");
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("Cat found").doesNotContain("Ferry");
        Cli.Ran unknown = explainPage(corpus, "--id", "a-3");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err())
                .contains("there is no document 'a-3' among 2 documents; the closest ids are a-1, a-2")
                .contains(":3");
    }

    @Test
    void namesNoIdThatIsNotNear() {
        String corpus =
                "{\"id\": \"quay-1\", \"text\": \"Ferry resumes\"}\n{\"id\": \"cat\", \"text\": \"Cat found\"}\n";
        assertThat(explainPage(corpus, "--id", "nosuch").err())
                .contains("no document 'nosuch' among 2 documents")
                .doesNotContain("closest");
        assertThat(explainPage(corpus, "--id", "quay-2").err()).contains("; the closest id is quay-1");
    }

    @Test
    void saysWhichLinesShareAReason() {
        assertThat(explain(new Cli().variable("COLUMNS", "200")).out())
                .containsPattern("8 − related  Cat found\\R *╰ 7–8: common/tail  ")
                .containsPattern("4 − share    Share this page\\R *╰ common/share  ");
    }

    @Test
    void namesRulesThatContradictEachOtherWithoutAWarning() {
        Pages.file(folder.resolve("rules/common/more.yaml"), """
                pack: common
                rules:
                - id: shared
                  label: heading
                  line: Share this page
                  examples:
                  - hit: ⟦Share this page⟧
                  - miss: Share this page with friends
                """);
        assertThat(explainPage(Pages.PAGE).out())
                .contains("conflict  common/share and common/shared on line 4")
                .doesNotContain("! ");
    }

    @Test
    void countsLinesThatHtmlHasOnOneLine() {
        Cli.Ran ran = explainPage(
                "<html><body>\n<p>The ferry left the harbour on Sunday morning with forty people, the company said.</p>\n"
                        + "<p>Share this page</p><p>More stories</p><p>Cat found</p>\n</body></html>\n");
        assertThat(ran.out())
                .containsPattern("3 − share +Share this page")
                .containsPattern("3 − related +Cat found\\R *╰ 2 lines: common/tail");
    }

    @Test
    void showsOnlyLinesThatContainAText() {
        String corpus = "{\"id\": \"a-1\", \"text\": \"Share this page\"}\n"
                + "{\"id\": \"a-2\", \"text\": \"The ferry left the harbour on Sunday.\\n\\nShare this page\"}\n";
        Cli.Ran ran = explainPage(corpus, "--id", "a-2", "--grep", "SHARE THIS");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .containsPattern("-:2\\R +site .*\\R3 − share  Share this page\\R *╰ common/share")
                .doesNotContain("ferry", "charset");
        Cli.Ran all = explainPage(corpus, "--grep", "ferry");
        assertThat(all.out()).contains("-:2", "The ferry").doesNotContain("-:1", "Share");
        for (Cli.Ran none :
                List.of(explainPage(corpus, "--grep", "goat"), explainPage(corpus, "--id", "a-1", "--grep", "ferry"))) {
            assertThat(none.exit()).isEqualTo(ExitCode.FINDINGS);
            assertThat(none.out()).isEmpty();
            assertThat(none.err()).contains("no line contains '");
        }
    }

    @Test
    void coloursOnATerminalUnlessSomebodyObjects() {
        String escape = "\u001B[";
        assertThat(explain(new Cli()).out()).doesNotContain(escape);
        assertThat(explain(new Cli().terminals("1").variable("COLUMNS", "80")).out())
                .contains(escape);
        assertThat(explain(new Cli().terminals("1").variable("COLUMNS", "80").variable("NO_COLOR", "1"))
                        .out())
                .doesNotContain(escape);
        assertThat(explain(new Cli(), "--color", "always").out()).contains(escape);
        assertThat(explain(new Cli().terminals("1").variable("COLUMNS", "80"), "--color=never")
                        .out())
                .doesNotContain(escape);
    }

    @Test
    void wrapsToTheWidthOfTheTerminal() {
        assertThat(explain(new Cli().variable("COLUMNS", "60")).out().lines())
                .allMatch(line -> Columns.width(line) <= 60);
    }

    @Test
    void showsOneRowALineWhenAskedTo() {
        assertThat(explain(new Cli().variable("COLUMNS", "60"), "--short").out())
                .containsPattern("The first ferry left the harbour on.*…\\R");
    }

    @Test
    void keepsEscapesOfAPageFromTheTerminal() {
        Cli.Ran ran = new Cli()
                .in("Title\u001B[31m of the page\n")
                .run("explain", "--no-builtin", "--rules", Pages.rules(folder));
        assertThat(ran.out()).doesNotContain("\u001B");
    }

    @Test
    void namesAMissingFile() {
        Cli.Ran ran = Cli.winnow("explain", folder.resolve("gone.txt").toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("gone.txt: no such file or folder");
    }
}
