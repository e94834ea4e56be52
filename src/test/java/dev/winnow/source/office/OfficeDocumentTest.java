package dev.winnow.source.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.SourceDocument;
import dev.winnow.document.SourceDocument.Form;
import dev.winnow.source.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

class OfficeDocumentTest {

    private static final String OPENING = "The harbour was closed for three days, the council said.";

    /** The entity of a bomb that would become a gigabyte. */
    private static final String BOMB = bomb();

    @Nested
    class Word {
        @Test
        void becomesHtmlWithItsHead() throws IOException {
            SourceDocument document = Reading.document(word());
            assertThat(document.form()).isEqualTo(Form.HTML);
            assertThat(document.text())
                    .startsWith("<!DOCTYPE html>")
                    .contains("<title>Ferries &amp; storms</title>")
                    .contains("<meta name=\"DC.title\" content=\"Ferries &amp; storms\">")
                    .contains("<meta name=\"DC.creator\" content=\"Ada Holm\">")
                    .contains("<meta name=\"dcterms.created\" content=\"2019-06-02T08:00:00Z\">")
                    .contains("<h1>What happened</h1>")
                    .contains("<p>" + OPENING + "</p>")
                    .contains("<td>boats</td>")
                    .containsOnlyOnce("<body>");
        }

        @Test
        void leavesItsRunningHeadOut() throws IOException {
            assertThat(Reading.document(word()).text()).doesNotContain("Harbour Review");
        }

        @Test
        void countsPicturesAsLeftOut() throws IOException, InvalidFormatException {
            try (XWPFDocument word = new XWPFDocument()) {
                byte[] dot = java.util.Base64.getDecoder()
                        .decode(
                                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==");
                XWPFParagraph paragraph = word.createParagraph();
                paragraph.createRun().setText(OPENING);
                paragraph
                        .createRun()
                        .addPicture(
                                new ByteArrayInputStream(dot),
                                PictureType.PNG,
                                "dot.png",
                                Units.toEMU(10),
                                Units.toEMU(10));
                assertThat(Reading.document(bytes(word)).warnings())
                        .containsExactly("1 documents or pictures inside of it were left out");
            }
        }

        @Test
        void isRefusedWithAPassword() throws Exception {
            try (POIFSFileSystem files = new POIFSFileSystem();
                    OPCPackage plain = OPCPackage.open(new ByteArrayInputStream(word()))) {
                Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
                encryptor.confirmPassword("secret");
                try (var out = encryptor.getDataStream(files)) {
                    plain.save(out);
                }
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                files.writeFilesystem(bytes);
                assertThat(Reading.refusal(bytes.toByteArray()))
                        .isEqualTo("is encrypted; save it without a password first");
            }
        }

        @Test
        void isRefusedWhenItUnpacksToTooMuch() throws IOException {
            byte[] bytes = replaced(word(), "word/bomb.xml", new byte[40 << 20]);
            assertThat(bytes.length).isLessThan(100_000);
            assertThat(Reading.refusal(bytes)).startsWith("unpacks to more than 16 MiB");
        }

        @Test
        @Timeout(60)
        void doesNotExpandAnEntityBomb() throws IOException {
            byte[] bytes = replaced(
                    word(),
                    "word/document.xml",
                    (BOMB
                                    + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                                    + "<w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>")
                            .getBytes(UTF_8));
            assertThat(Reading.refusal(bytes)).startsWith("is a damaged office document: ");
        }

        @Test
        void isRefusedWhenItsTextIsLongerThanTheLimit() throws IOException {
            try (XWPFDocument word = new XWPFDocument()) {
                for (int i = 0; i < 2000; i++) {
                    word.createParagraph().createRun().setText(OPENING + i);
                }
                assertThat(Reading.refusal(bytes(word), Limits.DEFAULT.withMaxDocumentBytes(50_000)))
                        .isEqualTo("holds more than 50000 characters of text; raise the limit with --max-size");
            }
        }

        @Test
        void isRefusedWhenItIsCut() throws IOException {
            byte[] whole = word();
            for (int tenth = 1; tenth < 10; tenth++) {
                assertThat(Reading.all(java.util.Arrays.copyOf(whole, whole.length * tenth / 10)))
                        .hasSize(1);
            }
        }
    }

    @Nested
    class OpenDocument {
        @Test
        void becomesHtmlWithItsHead() throws IOException {
            assertThat(Reading.document(openDocument("", OPENING)).text())
                    .contains("<meta name=\"DC.title\" content=\"Ferries after the storm\">")
                    .contains("<meta name=\"DC.creator\" content=\"Ada Holm\">")
                    .contains("<meta name=\"dcterms.created\" content=\"2019-06-02T08:00:00")
                    .contains("<h1>What happened</h1>")
                    .contains("<p>" + OPENING + "</p>");
        }

        @Test
        @Timeout(60)
        void doesNotExpandAnEntityBomb() throws IOException {
            byte[] bytes = openDocument(BOMB, "&j;");
            Reading.all(bytes)
                    .forEach(loaded -> assertThat(loaded.toString().length()).isLessThan(100_000));
        }
    }

    @Nested
    class Epub {
        @Test
        void becomesHtmlInTheOrderOfItsSpine() throws IOException {
            assertThat(Reading.document(epub("", OPENING)).text())
                    .contains("<meta name=\"DC.title\" content=\"Ferries after the storm\">")
                    .contains("<meta name=\"DC.creator\" content=\"Ada Holm\">")
                    .containsPattern("(?s)" + OPENING + ".*The second chapter is about the repairs\\.");
        }

        @Test
        @Timeout(60)
        void doesNotExpandAnEntityBomb() throws IOException {
            byte[] bytes = epub(BOMB, "&j;");
            Reading.all(bytes)
                    .forEach(loaded -> assertThat(loaded.toString().length()).isLessThan(100_000));
        }
    }

    @Nested
    class Rtf {
        private static final String RTF =
                "{\\rtf1\\ansi\\ansicpg1252{\\info{\\title Ferries after the storm}{\\author Ada Holm}}"
                        + "\\pard The harbour was closed for three days, the caf\\'e9 owner said.\\par\\pard It rained \\u8211? hard.\\par}";

        @Test
        void becomesHtmlWithItsHead() {
            assertThat(Reading.document(RTF.getBytes(UTF_8)).text())
                    .contains("<meta name=\"DC.title\" content=\"Ferries after the storm\">")
                    .contains("<meta name=\"DC.creator\" content=\"Ada Holm\">")
                    .contains("<p>The harbour was closed for three days, the café owner said.</p>")
                    .contains("<p>It rained – hard.</p>");
        }

        @Test
        @Timeout(60)
        void endsWithManyOpenGroups() {
            assertThat(Reading.all(("{\\rtf1 " + "{\\b ".repeat(200_000) + "deep").getBytes(UTF_8)))
                    .hasSize(1);
        }
    }

    @Test
    void refusesSpreadsheets() throws IOException {
        try (XSSFWorkbook sheet = new XSSFWorkbook();
                HSSFWorkbook old = new HSSFWorkbook()) {
            sheet.createSheet("boats");
            old.createSheet("boats");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            sheet.write(bytes);
            ByteArrayOutputStream oldBytes = new ByteArrayOutputStream();
            old.write(oldBytes);
            assertThat(Reading.refusal(bytes.toByteArray())).startsWith("is a spreadsheet, which Winnow does not read");
            assertThat(Reading.refusal(oldBytes.toByteArray()))
                    .startsWith("is a spreadsheet, which Winnow does not read");
        }
    }

    private static byte[] word() throws IOException {
        try (XWPFDocument word = new XWPFDocument()) {
            word.getProperties().getCoreProperties().setTitle("Ferries & storms");
            word.getProperties().getCoreProperties().setCreator("Ada Holm");
            word.getProperties()
                    .getCoreProperties()
                    .setCreated(Optional.of(Date.from(java.time.Instant.parse("2019-06-02T08:00:00Z"))));
            CTStyle style = CTStyle.Factory.newInstance();
            style.setStyleId("Heading1");
            style.addNewName().setVal("heading 1");
            style.setType(STStyleType.PARAGRAPH);
            word.createStyles().addStyle(new XWPFStyle(style));
            XWPFParagraph heading = word.createParagraph();
            heading.setStyle("Heading1");
            heading.createRun().setText("What happened");
            word.createParagraph().createRun().setText(OPENING);
            XWPFTable table = word.createTable(1, 2);
            table.getRow(0).getCell(0).setText("boats");
            table.getRow(0).getCell(1).setText("17");
            XWPFHeaderFooterPolicy policy = word.createHeaderFooterPolicy();
            policy.createHeader(XWPFHeaderFooterPolicy.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("Harbour Review");
            return bytes(word);
        }
    }

    private static byte[] bytes(XWPFDocument word) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        word.write(out);
        return out.toByteArray();
    }

    private static byte[] openDocument(String doctype, String text) throws IOException {
        String office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(
                "content.xml",
                doctype + "<office:document-content xmlns:office=\"" + office
                        + "\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>"
                        + "<text:h text:outline-level=\"1\">What happened</text:h><text:p>" + text
                        + "</text:p></office:text></office:body></office:document-content>");
        entries.put(
                "meta.xml",
                "<office:document-meta xmlns:office=\"" + office
                        + "\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\">"
                        + "<office:meta><dc:title>Ferries after the storm</dc:title><meta:initial-creator>Ada Holm</meta:initial-creator>"
                        + "<dc:creator>Ada Holm</dc:creator><meta:creation-date>2019-06-02T08:00:00</meta:creation-date>"
                        + "</office:meta></office:document-meta>");
        return packed("application/vnd.oasis.opendocument.text", entries);
    }

    private static byte[] epub(String doctype, String text) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(
                "META-INF/container.xml",
                "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" version=\"1.0\"><rootfiles>"
                        + "<rootfile full-path=\"book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>");
        entries.put("b.xhtml", chapter("", "The second chapter is about the repairs."));
        entries.put("a.xhtml", chapter(doctype, text));
        entries.put(
                "book.opf",
                "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"2.0\" unique-identifier=\"i\">"
                        + "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Ferries after the storm</dc:title>"
                        + "<dc:creator>Ada Holm</dc:creator><dc:language>en</dc:language><dc:identifier id=\"i\">1</dc:identifier></metadata>"
                        + "<manifest><item id=\"b\" href=\"b.xhtml\" media-type=\"application/xhtml+xml\"/>"
                        + "<item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>"
                        + "<spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>");
        return packed("application/epub+zip", entries);
    }

    private static String chapter(String doctype, String text) {
        return doctype + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body><p>" + text
                + "</p></body></html>";
    }

    private static byte[] packed(String mimetype, Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] declared = mimetype.getBytes(UTF_8);
            ZipEntry first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(declared.length);
            CRC32 crc = new CRC32();
            crc.update(declared);
            first.setCrc(crc.getValue());
            zip.putNextEntry(first);
            zip.write(declared);
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** The same package with an entry put in, or another content of one it has. */
    private static byte[] replaced(byte[] packed, String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(name)) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    ((InputStream) in).transferTo(zip);
                }
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static String bomb() {
        StringBuilder dtd = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"harbour harbour\">");
        for (char name = 'b'; name <= 'j'; name++) {
            String before = "&" + (char) (name - 1) + ";";
            dtd.append("<!ENTITY ")
                    .append(name)
                    .append(" \"")
                    .append(before.repeat(10))
                    .append("\">");
        }
        return dtd.append("]>").toString();
    }
}
