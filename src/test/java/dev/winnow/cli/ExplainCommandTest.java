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
                .contains("3 − share    Share this page")
                .contains("common/share")
                .contains("6 − related  More stories")
                .contains("common/tail");
        assertThat(ran.out().lines().filter(line -> line.matches(" *\\d [ −] .*")))
                .hasSize(7);
    }

    @Test
    void tellsWhichRuleCameCloseAndWhatStoppedIt() {
        assertThat(explain(new Cli()).out())
                .containsPattern("4   .*More stories\\R(.*\\R)? *╰ close common/tail  but ");
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
