package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {

    @TempDir
    Path folder;

    private Path run(String... more) {
        Path out = folder.resolve("out.jsonl");
        String page = Pages.file(folder.resolve("page.txt"), Pages.PAGE).toString();
        String[] args = {"clean", "--no-builtin", "--rules", Pages.rules(folder), page, "-o", out.toString()};
        String[] all = java.util.stream.Stream.of(args, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        assertThat(Cli.winnow(all).exit()).isZero();
        return out;
    }

    @Test
    void drawsASheetAndScoresIt() throws IOException {
        Path run = run("--ledger");
        Path sheet = folder.resolve("sheet.csv");
        assertThat(Cli.winnow("audit", run.toString(), "-o", sheet.toString()).exit())
                .isZero();
        String csv = Files.readString(sheet);
        assertThat(csv).contains("\"removed\"", "\"share\"", "\"Share this page\"", "\"kept\"", "\"Cat found\"");
        assertThat(Cli.winnow("audit", "--score", sheet.toString()).err()).contains("rows have no verdict");
        Files.writeString(sheet, csv.replace(",\"\"\r\n", ",\"right\"\r\n"));
        Cli.Ran scored = Cli.winnow("audit", "--score", sheet.toString());
        assertThat(scored.exit()).isZero();
        assertThat(scored.out()).contains("Precision", "share", "100.0 %", "Residue", "  0.0 %");
    }

    @Test
    void showsOfHtmlWhatAReaderSees() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), """
                <!DOCTYPE html><html><head><title>Harbour reopens</title></head><body>
                <nav class="top"><ul><li><a href="/a?x=1&amp;y=2">World &amp; <b>Quay</b></a></li>
                <li><a href="/b">Weather</a></li></ul></nav>
                <article><h1>Harbour reopens</h1>
                <p>The harbour was closed for three days after the storm, the council said on Friday.</p>
                <p>The first ferry is expected at noon, and the second one in the evening, it said.</p>
                <aside><form action="/x"><input type="text"><button>=Subscribe</button></form></aside></article>
                </body></html>
                """);
        Path out = folder.resolve("out.jsonl");
        assertThat(Cli.winnow("clean", page.toString(), "--ledger", "-o", out.toString())
                        .exit())
                .isZero();
        String sheet = Cli.winnow("audit", out.toString()).out();
        assertThat(sheet)
                .contains("\"World & Quay\"", "\"Weather\"")
                .doesNotContain("<")
                .doesNotContain("href")
                .doesNotContain("&amp;")
                .doesNotContain("\"=Subscribe");
    }

    @Test
    void tellsWhatKeptLinesAre() throws IOException {
        Path page = Files.writeString(folder.resolve("page.txt"), """
                Harbour reopens
                The harbour was closed for three days after the storm, the council said on Friday.
                What comes next
                The first ferry is expected at noon, and the second one in the evening, it said.
                """);
        Path out = folder.resolve("out.jsonl");
        Cli.winnow("clean", page.toString(), "--ledger", "-o", out.toString());
        assertThat(Cli.winnow("audit", out.toString()).out())
                .contains("\"kept\",\"(unknown)\",\"heading\",\"2\"")
                .contains("\"kept\",\"(unknown)\",\"body\",\"2\"");
    }

    @Test
    void takesTheLabelsThatTheRunWrote() throws IOException {
        Path page = Files.writeString(folder.resolve("page.txt"), """
                Harbour reopens
                “The harbour was closed for three days after the storm,” the council said.
                The first ferry is expected at noon, and the second one in the evening, it said.
                What comes next
                Nobody knows how long the repairs of the quay will take, said the harbour master.
                """);
        Path out = folder.resolve("out.jsonl");
        Cli.winnow("clean", page.toString(), "--ledger", "--labels", "--with", "quotes", "-o", out.toString());
        assertThat(out)
                .content()
                .contains(
                        "\"labels\":[{\"start\":0,\"end\":15,\"label\":\"heading\"},{\"start\":17,\"end\":173,\"label\":\"body\"},");
        Cli.Ran ran = Cli.winnow("audit", out.toString());
        assertThat(ran.out())
                .contains("\"kept\",\"(unknown)\",\"heading\",\"2\"")
                .contains("\"kept\",\"(unknown)\",\"body\",\"3\"");
        assertThat(ran.err()).isEmpty();
        assertThat(Cli.winnow("clean", page.toString(), "--labels", "--format", "text")
                        .err())
                .contains("--labels needs one of the formats jsonl, parquet");
    }

    @Test
    void saysThatKeptLinesAreNotKnown() throws IOException {
        Path page = Files.writeString(
                folder.resolve("page.txt"),
                "“The harbour was closed for three days after the storm,” the council said.\n");
        Path out = folder.resolve("out.jsonl");
        Cli.winnow("clean", page.toString(), "--ledger", "--with", "quotes", "-o", out.toString());
        Cli.Ran ran = Cli.winnow("audit", out.toString());
        assertThat(ran.out()).contains("\"kept\",\"(unknown)\",\"(unknown)\",\"1\"");
        assertThat(ran.err()).contains("100 % of the kept lines are not known");
    }

    @Test
    void overwritesNoSheet() throws IOException {
        Path sheet = Files.writeString(folder.resolve("sheet.csv"), "hours of work");
        Cli.Ran ran = Cli.winnow("audit", run("--ledger").toString(), "-o", sheet.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("exists");
        assertThat(sheet).hasContent("hours of work");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(Cli.winnow("audit", run().toString()).err()).contains("no ledger; clean with --ledger");
        assertThat(Cli.winnow("audit", folder.resolve("none.jsonl").toString()).err())
                .contains("no such file");
        assertThat(Cli.winnow("audit").err()).contains("name either a run");
    }
}
