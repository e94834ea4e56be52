package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerInputTest {

    private static final String RUSSIAN = "Паром вышел из гавани в воскресенье утром, сообщил начальник порта.";

    @TempDir
    Path folder;

    @Test
    void cleansPackedPagesNotesTheDecisionsAndCountsWhatWasSkipped() throws IOException {
        Path warc = Files.write(folder.resolve("crawl.warc.gz"), crawl());
        Cli.Ran ran = Cli.winnow("clean", "--ledger", warc.toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("declared as iso-8859-1").contains("skipped: 1 WARC records of other kinds");
        assertThat(ran.out())
                .contains(RUSSIAN)
                .contains("\"url\":\"https://harbour.example/1\"")
                .contains("\"ledger\":[{\"op\":\"decode\",\"start\":0,\"end\":0,\"rule\":\"source/reading\","
                        + "\"why\":\"declared as iso-8859-1, but the bytes are windows-1251\"}");
        Path cleaned = Files.writeString(folder.resolve("cleaned.jsonl"), ran.out());
        assertThat(Cli.winnow("restore", cleaned.toString()).bytes())
                .isEqualTo(RUSSIAN.getBytes(Charset.forName("windows-1251")));
    }

    private static byte[] crawl() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n".getBytes(UTF_8));
            String page = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n" + RUSSIAN;
            byte[] content = page.getBytes(Charset.forName("windows-1251"));
            String header = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbour.example/1\r\n"
                    + "Content-Type: application/http; msgtype=response\r\nContent-Length: " + content.length
                    + "\r\n\r\n";
            out.write(header.getBytes(UTF_8));
            out.write(content);
            out.write("\r\n\r\n".getBytes(UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void limitsCanBeRaised() throws IOException {
        byte[] packed = "The ferry left.\n".getBytes(UTF_8);
        for (int i = 0; i < 7; i++) {
            ByteArrayOutputStream next = new ByteArrayOutputStream();
            try (OutputStream out = new GZIPOutputStream(next)) {
                out.write(packed);
            }
            packed = next.toByteArray();
        }
        String file = Files.write(folder.resolve("a.txt.gz"), packed).toString();
        Cli.Ran refused = Cli.winnow("clean", file);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("raise the limit with --max-nesting");
        assertThat(Cli.winnow("clean", "--max-nesting", "7", "--format", "text", file)
                        .out())
                .isEqualTo("The ferry left.\n");
        assertThat(Cli.winnow("clean", "--max-ratio", "0", file).exit()).isEqualTo(2);
    }
}
