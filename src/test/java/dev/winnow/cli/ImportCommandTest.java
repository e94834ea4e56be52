package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    @TempDir
    Path folder;

    @Test
    void writesOnePackToStandardOutput() {
        Path file = Pages.file(folder.resolve("harbour-news.example.txt"), "body: //article\n");
        Cli.Ran ran = Cli.winnow("import", "ftr", file.toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("pack: harbour-news.example", "article: article");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void saysWithFileAndLineWhatWasLeftOut() {
        Path file =
                Pages.file(folder.resolve("harbour-news.example.txt"), "body: //article\n\ntitle: concat(//h1, '')\n");
        Cli.Ran ran = Cli.winnow("import", "ftr", file.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith(file + ":3: not translated: concat() computes a text")
                .contains("title: concat(//h1, '')");
    }

    @Test
    void writesThePacksOfAFolderAndCountsThem() throws Exception {
        Pages.file(folder.resolve("in/a.example.txt"), "body: //article\n");
        Pages.file(folder.resolve("in/.b.example.txt"), "body: //main\nmove_into(body): //p\n");
        Pages.file(folder.resolve("in/c.example.txt"), "prune: no\n");
        Path out = folder.resolve("out");
        Cli.Ran ran = Cli.winnow("import", "ftr", folder.resolve("in").toString(), "-o", out.toString(), "--quiet");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .contains("3 files: 1 whole (33.3 %), 1 in part (33.3 %), 1 not (33.3 %)")
                .doesNotContain("move_into(body): //p");
        assertThat(Files.readString(out.resolve("a.example.yaml"))).contains("pack: a.example");
        assertThat(Files.readString(out.resolve("any.b.example.yaml"))).contains("line 2: move_into(body): //p");
        assertThat(out.resolve("c.example.yaml")).doesNotExist();
        assertThat(Cli.winnow("lint", "--no-builtin", out.toString()).exit()).isZero();
    }

    @Test
    void leavesOtherFilesAlone() throws Exception {
        Path file = Pages.file(folder.resolve("a.example.txt"), "body: //article\n");
        Path own = Pages.file(folder.resolve("out/a.example.yaml"), "pack: a.example\n");
        Cli.Ran ran = Cli.winnow(
                "import", "ftr", file.toString(), "-o", folder.resolve("out").toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("is not overwritten");
        assertThat(Files.readString(own)).isEqualTo("pack: a.example\n");
    }

    @Test
    void asksForAFolderForSeveralPacks() {
        Pages.file(folder.resolve("a.example.txt"), "body: //article\n");
        Pages.file(folder.resolve("b.example.txt"), "body: //article\n");
        Cli.Ran ran = Cli.winnow("import", "ftr", folder.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("-o");
    }
}
