package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyCommandTest {

    @TempDir
    Path folder;

    private String rules = "";
    private Path page = Path.of("");

    @BeforeEach
    void write() {
        rules = Pages.rules(folder);
        page = Pages.file(folder.resolve("page.txt"), Pages.PAGE);
    }

    private Cli.Ran why(String place) {
        return Cli.winnow("why", "--no-builtin", "--rules", rules, place);
    }

    @Test
    void saysWhyALineGoesAndWhereTheRuleIsWritten() {
        Cli.Ran ran = why(page + ":4");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .containsPattern("4 − share +Share this page")
                .contains("common/share")
                .containsPattern("site +unknown: common rules only")
                .doesNotContain("Ferry")
                .containsPattern("common/share is written at .*test\\.yaml:4:\\d+");
    }

    @Test
    void saysWhatCameCloseToALineThatStays() {
        assertThat(why(page + ":5").out())
                .contains("More stories")
                .contains("nearly: common/tail")
                .contains("common/tail is written at");
    }

    @Test
    void saysWhichSlotOfASiteDoesNotTakeItsText() {
        Pages.file(folder.resolve("rules/sites/harbour.example.yaml"), """
                pack: harbour.example
                hosts: [harbour.example]
                rules:
                - id: credit
                  label: credit
                  line: "Photograph by: {credit}"
                  examples:
                  - hit: "⟦Photograph by: Ada Holm / AP⟧"
                  - miss: Photograph by nobody
                """);
        page = Pages.file(folder.resolve("page.txt"), "Ferries\n\nPhotograph by: Stock photo, Thinkstock\n");
        String credit = "nearly: harbour.example/credit  but {credit} does not take";
        assertThat(Cli.winnow("why", "--no-builtin", "--rules", rules, "--site", "harbour.example", page + ":3")
                        .out())
                .contains(credit)
                .contains("harbour.example/credit is written at");
        assertThat(why(page + ":3").out()).as("a page of another site").doesNotContain(credit);
    }

    @Test
    void saysWhereARuleIsWrittenOnlyOfRulesThatItNames() {
        Path other = Pages.file(folder.resolve("other.yaml"), """
                pack: common
                rules:
                - id: front
                  label: share
                  line: Share this {any}
                  last: 2
                  examples:
                  - hit: ⟦Share this page⟧
                  - miss: Share a page
                """);
        assertThat(Cli.winnow("why", "--no-builtin", "--rules", rules, "--rules", other.toString(), page + ":4")
                        .out())
                .contains("common/share is written at")
                .doesNotContain("common/front");
    }

    @Test
    void saysThatALineHoldsNoText() {
        Cli.Ran ran = why(page + ":2");
        assertThat(ran.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.err()).contains("line 2 of", "holds no text");
    }

    @Test
    void findsTheTextOfALineOfHtml() {
        Path html = Pages.file(
                folder.resolve("page.html"),
                "<html><body>\n<p>The first ferry left\n the harbour on Sunday morning, the company said.</p>\n"
                        + "<p>Share this page</p><p>Later</p></body></html>\n");
        assertThat(why(html + ":3").out())
                .contains("The first ferry left the harbour")
                .doesNotContain("Share");
        assertThat(why(html + ":4").out())
                .contains("Share this page")
                .contains("Later")
                .doesNotContain("ferry");
    }

    @Test
    void hasTheNumbersOfExplainAndOfWarnings() {
        Path blocked = Pages.file(
                folder.resolve("blocked.txt"),
                "\nThe ferry left the harbour on Sunday morning, the company said.\r\n\r\nMore stories\n"
                        + "Cat found in the old harbour\n".repeat(9));
        String warning = "line 4: common/tail is over budget";
        assertThat(Cli.winnow("clean", "--no-builtin", "--rules", rules, blocked.toString())
                        .err())
                .contains(warning);
        assertThat(Cli.winnow("explain", "--no-builtin", "--rules", rules, blocked.toString())
                        .out())
                .contains("! " + warning)
                .containsPattern(" 4   \\w+ +More stories");
        assertThat(why(blocked + ":4").out())
                .containsPattern(" 4   \\w+ +More stories")
                .contains("common/tail");
    }

    @Test
    void countsLinesThatEndInCarriageReturns() {
        Path old = Pages.file(folder.resolve("old.txt"), Pages.PAGE.replace('\n', '\r'));
        assertThat(why(old + ":4").out()).containsPattern("4 − share +Share this page");
        assertThat(why(old + ":99").err()).contains("has no line 99; it has 8");
    }

    @Test
    void refusesWhatIsNoPlace() {
        assertThat(why(page.toString()).exit()).isEqualTo(ExitCode.USAGE);
        assertThat(why(page.toString()).err()).contains("FILE:LINE");
        assertThat(why(page + ":99").err()).contains("has no line 99; it has 8");
        Path many = Pages.file(folder.resolve("two.jsonl"), "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n");
        assertThat(why(many + ":1").err()).contains("several pages", "--id ID --grep TEXT");
    }
}
