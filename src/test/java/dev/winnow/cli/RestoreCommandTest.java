package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreCommandTest {

    @TempDir
    Path folder;

    private String cleaned(String... pages) {
        Path out = folder.resolve("out.jsonl");
        String[] args = new String[pages.length + 7];
        System.arraycopy(
                new String[] {"clean", "--no-builtin", "--rules", Pages.rules(folder), "--ledger", "-o", out.toString()
                },
                0,
                args,
                0,
                7);
        System.arraycopy(pages, 0, args, 7, pages.length);
        assertThat(Cli.winnow(args).exit()).isZero();
        return out.toString();
    }

    @Test
    void givesBackTheVeryBytes() throws IOException {
        byte[] bytes =
                Pages.PAGE.replace("Ferry", "F\u00E4hre").replace("\n", "\r\n").getBytes(ISO_8859_1);
        Path page = Files.write(folder.resolve("page.txt"), bytes);
        Cli.Ran ran = Cli.winnow("restore", cleaned(page.toString()));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.bytes()).isEqualTo(bytes);
    }

    @Test
    void readsWhatIsCompressedOrInAFolder() throws IOException {
        String page = Pages.file(folder.resolve("a.txt"), Pages.PAGE).toString();
        Path cleaned = Path.of(cleaned(page));
        Path packed = folder.resolve("out.jsonl.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write(Files.readAllBytes(cleaned));
        }
        assertThat(Cli.winnow("restore", packed.toString()).out()).isEqualTo(Pages.PAGE);
        Path run = Files.createDirectory(folder.resolve("run"));
        Files.move(cleaned, run.resolve("a.jsonl"));
        assertThat(Cli.winnow("restore", run.toString()).out()).isEqualTo(Pages.PAGE);
        Path rows = Files.writeString(folder.resolve("out.parquet"), "PAR1 and so on, PAR1");
        assertThat(Cli.winnow("restore", rows.toString()).err())
                .contains("out.parquet: is a Parquet file; give the JSON Lines");
        assertThat(Cli.winnow("restore", folder.resolve("none").toString()).err())
                .contains("no such file");
    }

    @Test
    void writesSeveralIntoAFolder() {
        String first = Pages.file(folder.resolve("a.txt"), Pages.PAGE).toString();
        String second = Pages.file(folder.resolve("b.txt"), "Other page.\n").toString();
        String cleaned = cleaned(first, second);
        Path restored = folder.resolve("restored");
        assertThat(Cli.winnow("restore", cleaned, "-o", restored + "/").exit()).isZero();
        assertThat(restored.resolve("a.txt")).hasContent(Pages.PAGE);
        assertThat(restored.resolve("b.txt")).hasContent("Other page.\n");
        assertThat(Cli.winnow("restore", cleaned, "--id", "b.txt").out()).isEqualTo("Other page.\n");
        assertThat(Cli.winnow("restore", cleaned).err()).contains("several documents");
        assertThat(Cli.winnow("restore", cleaned, "--id", "c.txt").err()).contains("no document 'c.txt'");
    }

    @Test
    void neverLeavesTheFolder() {
        String record = "{\"id\":\"../../evil.txt\",\"text\":\"x\",\"ledger\":[]}\n";
        Path restored = folder.resolve("deep/restored");
        assertThat(new Cli().in(record).run("restore", "-o", restored + "/").exit())
                .isZero();
        assertThat(folder.resolve("evil.txt")).doesNotExist();
        assertThat(restored.toFile().list()).hasSize(1);
    }

    @Test
    void aFileAndAFolderOfOneNameAreBothRestored() {
        String records = "{\"id\":\"a\",\"text\":\"x\",\"ledger\":[]}\n{\"id\":\"a/b\",\"text\":\"y\",\"ledger\":[]}\n";
        Path restored = folder.resolve("restored");
        assertThat(new Cli().in(records).run("restore", "-o", restored + "/").exit())
                .isZero();
        assertThat(restored.resolve("a")).hasContent("x");
        assertThat(restored.resolve("a-2/b")).hasContent("y");
    }

    @Test
    void goesOnWhereALinkStandsInTheWayOfOne() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path restored = Files.createDirectories(folder.resolve("restored"));
        Files.createSymbolicLink(restored.resolve("a"), elsewhere);
        Cli.Ran ran = new Cli()
                .in("{\"id\":\"a/1\",\"text\":\"x\",\"ledger\":[]}\n{\"id\":\"b\",\"text\":\"y\",\"ledger\":[]}\n")
                .run("restore", "-o", restored + "/");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("is a link", "1 document failed, 1 document restored");
        assertThat(restored.resolve("b")).hasContent("y");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void namesARecordWithoutLedgerAndGoesOn() {
        Cli.Ran ran = new Cli()
                .in("{\"id\":\"1\",\"text\":\"x\"}\n{\"id\":\"2\",\"text\":\"y\",\"ledger\":[]}\n")
                .run("restore");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEqualTo("y");
        assertThat(ran.err()).contains("clean with --ledger");
    }
}
