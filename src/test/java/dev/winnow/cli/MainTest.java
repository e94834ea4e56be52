package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Label;
import dev.winnow.document.Policy;
import dev.winnow.normalize.Normalizer;
import dev.winnow.render.Format;
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
        for (String command : Main.commands()) {
            Cli.Ran ran = Cli.winnow(command, "--help");
            assertThat(ran.exit()).isZero();
            assertThat(ran.out()).contains("Usage: winnow " + command).doesNotContain("${");
            assertThat(ran.err()).isEmpty();
        }
    }

    @Test
    void listsInHelpTextsWhatThereIs() {
        String help = Cli.winnow("clean", "--help").out().replaceAll("\\s+", " ");
        assertThat(help).contains(String.join(", ", Normalizer.standard().names()));
        assertThat(help).contains("Off by default: quotes, dashes.");
        assertThat(help).contains(String.join(", ", Format.keys())).contains("Default: jsonl");
        assertThat(help).contains(String.join(", ", Label.keys()));
        Policy.named().forEach(policy -> assertThat(help).contains(policy.summary()));
        assertThat(help).contains("HTML, JSON Lines, JSON, PDF", "Parquet, WARC, ZIP, TAR, also as gz, bz2, xz, zst");
    }

    @Test
    void helpsWithACommandByItsName() {
        Cli.Ran ran = Cli.winnow("help", "audit");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("Usage: winnow audit");
        assertThat(Cli.winnow("help").out()).startsWith("Usage: winnow [");
        Cli.Ran unknown = Cli.winnow("help", "adit");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("unknown command 'adit'; did you mean 'audit'?");
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
