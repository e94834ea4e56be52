package dev.winnow.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.source.FileType.Reads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RichFileTypeTest {

    @ParameterizedTest
    @ValueSource(strings = {"mimetype", "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "word/document.xml"})
    void knowsOfficeDocumentsByTheirFirstEntry(String name) throws IOException {
        assertThat(reads(zip(name, new byte[100]))).isEqualTo(Reads.OFFICE);
    }

    @Test
    void takesAnArchiveOfOfficeDocumentsForAnArchive() throws IOException {
        byte[] word = zip("[Content_Types].xml", new byte[100]);
        assertThat(RichFileType.of(zip("reports/a.docx", word))).isNull();
        assertThat(RichFileType.of(zip("word/notes.txt", word))).isNull();
    }

    @Test
    void takesAPageAboutAFormatForText() {
        assertThat(RichFileType.of("A PDF begins with\n%PDF-1.7\nand goes on.\n".getBytes(UTF_8)))
                .isNull();
        assertThat(RichFileType.of("From here on it rained.\nReceived: nothing\n".getBytes(UTF_8)))
                .isNull();
        assertThat(RichFileType.of("Received: nothing".getBytes(UTF_8))).isNull();
        assertThat(RichFileType.of(new byte[0])).isNull();
    }

    @Test
    void knowsAPdfBehindWhatSomebodyPutBeforeIt() {
        assertThat(reads("HTTP/1.1 200 OK\r\n\r\n%PDF-1.7\n1 0 obj\n".getBytes(UTF_8)))
                .isEqualTo(Reads.PDF);
    }

    private static Reads reads(byte[] head) {
        FileType kind = RichFileType.of(head);
        return kind == null ? null : kind.reads();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
