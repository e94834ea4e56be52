package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is left out in silence, and what came with a document goes out with it. */
class InputReportTest {

    private static final String PAGE = "The ferry left the harbour on Sunday morning, the council said.\n";

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void aDocumentWithoutTextSaysSo() throws IOException {
        for (String[] page : new String[][] {
            {"empty.txt", "", "the document is empty"},
            {"blank.txt", " \n\n\t", "the document is empty"},
            {"nuls.txt", "\0\0\0\0", "there is no text in the document"},
            {"blank.html", "<html><body><img src=a></body></html>", "there is no text in the document"},
            {"rules.txt", "3 MIN READ\n", "every line was removed"},
            {"record.jsonl", "{\"id\":\"r\",\"text\":\"\"}\n", "the document is empty"}
        }) {
            Cli.Ran ran = Cli.winnow("clean", write(page[0], page[1]).toString());
            assertThat(ran.out()).as(page[0]).contains("\"text\":\"\"", page[2]);
            assertThat(ran.err()).as(page[0]).contains("warning: ", page[2]);
        }
        assertThat(Cli.winnow("clean", write("page.txt", PAGE).toString()).err())
                .isEmpty();
    }

    @Test
    void aRunWithoutDocumentsSaysSo() throws IOException {
        Cli.Ran none = Cli.winnow("clean", write("none.jsonl", "\n").toString());
        assertThat(none.exit()).isZero();
        assertThat(none.err()).contains("no article was written", "skipped: 1 without records");
        assertThat(new Cli()
                        .in("[]")
                        .run("clean", write("none.json", "[]").toString())
                        .err())
                .contains("no article was written");
        assertThat(Cli.winnow("clean", write("bad.jsonl", "{\n").toString()).err())
                .contains("no article was written");
    }

    @Test
    void countsWhatAFolderHoldsBesides() throws IOException {
        for (String name :
                new String[] {"a/x.csv", "a/y.CSV", "z.png", "LICENSE", ".hidden", "a/v1.2-final-draft-of-all"}) {
            write("in/" + name, "1,2\n");
        }
        write("in/page.txt", PAGE);
        write("in/data.json", "{\"name\": \"x\"}");
        Files.createSymbolicLink(folder.resolve("in/a/loop"), folder.resolve("in"));
        Files.createSymbolicLink(folder.resolve("in/gone"), folder.resolve("nowhere"));
        Cli.Ran ran = Cli.winnow("clean", folder.resolve("in").toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.err())
                .isEqualTo(
                        "winnow: skipped: 2 .csv, 1 .png, 1 hidden entries, 2 without an extension, 2 links and other special entries,"
                                + " 1 .json without text\n");
        assertThat(Cli.winnow("clean", folder + "/in/*.txt").err()).isEmpty();
    }

    @Test
    void refusesTablesAndOtherMarkupByName() throws IOException {
        for (String[] file : new String[][] {
            {"t.csv", "id,text\n1,\"" + PAGE.strip() + "\"\n", "a table (.csv)"},
            {"t.tsv", "id\ttext\n", "a table (.tsv)"},
            {
                "feed.xml",
                "<?xml version=\"1.0\"?>\n<rss><channel><title>x</title></channel></rss>",
                "an XML file other than XHTML"
            }
        }) {
            Cli.Ran ran = Cli.winnow("clean", write(file[0], file[1]).toString());
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).contains(file[0] + ": is " + file[2] + ", which this version does not read");
        }
    }

    @Test
    void keepsTheTimeOfTheCrawlAndTheRecordInEveryFormat() throws IOException {
        String time = "2019-06-02T08:00:00.123+02:00";
        Path in = write("in.jsonl", "{\"id\":\"a\",\"text\":\"" + PAGE.strip() + "\",\"crawled\":\"" + time + "\"}\n");
        assertThat(Cli.winnow("clean", in.toString()).out())
                .contains("\"added\":\"" + time + "\"", "\"crawled\":\"" + time + "\"")
                .doesNotContain("warc");
        assertThat(Cli.winnow("clean", in.toString(), "--format", "markdown").out())
                .contains("crawled: \"" + time + "\"");
        assertThat(Cli.winnow("clean", in.toString(), "--format", "tei").out())
                .contains("<date type=\"crawled\"", time);
    }

    @Test
    void cleaningAgainKeepsWhereATextCameFrom() throws IOException {
        Path warc = write(
                "crawl.warc",
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
                        + "WARC-Date: 2019-06-02T08:00:00Z\r\nWARC-Target-URI: https://harbour.example/1\r\n"
                        + "Content-Type: application/http\r\nContent-Length: " + (45 + PAGE.length()) + "\r\n\r\n"
                        + "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + PAGE + "\r\n\r\n");
        Path one = folder.resolve("one.jsonl");
        Path two = folder.resolve("two.jsonl");
        Path three = folder.resolve("three.jsonl");
        assertThat(Cli.winnow("clean", warc.toString(), "--ledger", "--labels", "-o", one.toString())
                        .exit())
                .isZero();
        assertThat(one)
                .content()
                .contains(
                        "\"added\":\"2019-06-02T08:00:00Z\"",
                        "\"crawled\":\"2019-06-02T08:00:00Z\",\"warc\":{\"file\":\"crawl.warc\",\"offset\":0,"
                                + "\"record_id\":\"urn:uuid:00000000-0000-4000-8000-000000000001\"}");
        Cli.winnow("clean", one.toString(), "-o", two.toString());
        Cli.winnow("clean", two.toString(), "-o", three.toString());
        assertThat(two)
                .content()
                .contains(
                        "\"added\":\"2019-06-02T08:00:00Z\"",
                        "\"url\":\"https://harbour.example/1\"",
                        "\"warc\":{\"file\":\"crawl.warc\",\"offset\":0,");
        assertThat(three).hasSameTextualContentAs(two);
    }
}
