package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void printsItsVersion() {
        Cli.Ran ran = Cli.winnow("--version");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).matches("winnow \\d.*\\R");
    }

    @Test
    void printsHelpForItselfAndForEachCommand() {
        assertThat(Cli.winnow("--help").out()).contains("clean", "explain", "test", "lint", "restore", "Exit codes");
        for (String command : new String[] {"clean", "explain", "test", "lint", "restore"}) {
            Cli.Ran ran = Cli.winnow(command, "--help");
            assertThat(ran.exit()).isZero();
            assertThat(ran.out()).startsWith("Usage: winnow " + command);
            assertThat(ran.err()).isEmpty();
        }
    }

    @Test
    void asksForACommand() {
        Cli.Ran ran = Cli.winnow();
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("a command is needed", "Try 'winnow --help'");
    }

    @Test
    void tellsWhichCommandWasMeant() {
        Cli.Ran ran = Cli.winnow("claen", "page.txt");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("unknown command 'claen'; did you mean 'clean'?");
    }

    @Test
    void tellsWhichOptionWasMeant() {
        assertThat(Cli.winnow("clean", "--thread=3").err())
                .contains("unknown option '--thread'; did you mean '--threads'?");
        assertThat(Cli.winnow("clean", "--threads").err()).contains("--threads needs a value");
    }

    @Test
    void writesACompletionScript() {
        Cli.Ran ran = Cli.winnow("generate-completion");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("--policy", "author-bio");
    }

    @Test
    void keepsControlCharactersFromTheTerminal() {
        assertThat(Cli.winnow("clean", "no\u001B[31mfile.txt").err()).doesNotContain("\u001B");
    }
}
