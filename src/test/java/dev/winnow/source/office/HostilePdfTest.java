package dev.winnow.source.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.source.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files made to do harm: each ends, soon, in a document or a message. */
@Timeout(90)
class HostilePdfTest {

    private static final String FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

    @Test
    void endsOnAPageTreeThatContainsItself() {
        assertThat(Reading.all(pdf(
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 3 >>",
                        "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>")))
                .hasSize(1);
    }

    @Test
    void endsOnObjectsThatReferToEachOther() {
        assertThat(Reading.all(pdf("2 0 R", "1 0 R", "<< /Type /Catalog /Pages 3 0 R >>")))
                .hasSize(1);
        assertThat(Reading.all(pdf(
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 3 0 R /Contents 3 0 R /Resources 3 0 R >>")))
                .hasSize(1);
    }

    @Test
    void refusesAFormThatDrawsItself() {
        String draw = "/F Do ";
        assertThat(Reading.refusal(pdf(
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>",
                        stream("", draw),
                        stream(
                                "/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /F 5 0 R >> >>",
                                draw + draw))))
                .isEqualTo("is a damaged PDF file: a page draws more than 10000 forms, or forms that draw themselves");
    }

    @Test
    void refusesAPageThatUnpacksToTooMuch() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            byte[] blanks = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                deflater.write(blanks);
            }
        }
        byte[] bytes = pdf(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F " + FONT
                        + " >> >> >>",
                stream("/Filter /FlateDecode", packed.toString(ISO_8859_1)));
        assertThat(Reading.refusal(bytes, Limits.DEFAULT.withMaxDocumentBytes(1 << 20)))
                .isEqualTo("holds more than 1048576 characters of text; raise the limit with --max-size");
    }

    @Test
    void endsOnDeeplyNestedArraysAndOperands() {
        String deep = "[".repeat(100_000);
        assertThat(Reading.all(pdf(
                        "<< /Type /Catalog /Pages 2 0 R /X " + deep + " >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
                        stream("", deep + " TJ"))))
                .hasSize(1);
    }

    @Test
    void endsOnRandomlyDamagedFiles() throws IOException {
        try (PdfMaker pdf = new PdfMaker(400, 0, 8, "Head")) {
            Stories.paragraphs(8, 1).forEach(pdf::paragraph);
            byte[] whole = pdf.bytes();
            for (int seed = 0; seed < 150; seed++) {
                Random random = new Random(seed);
                byte[] damaged = whole.clone();
                for (int i = 0; i < 1 + random.nextInt(40); i++) {
                    damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt(256);
                }
                assertThat(Reading.all(damaged)).as("seed " + seed).hasSize(1);
            }
        }
    }

    private static String stream(String entries, String content) {
        return "<< " + entries + " /Length " + content.length() + " >>\nstream\n" + content + "\nendstream";
    }

    /** A file of these objects, numbered from 1; the first is the root. */
    private static byte[] pdf(String... objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        int number = 0;
        for (String object : List.of(objects)) {
            table.append(String.format(java.util.Locale.ROOT, "%010d 00000 n \n", pdf.length()));
            pdf.append(++number).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        int start = pdf.length();
        pdf.append("xref\n0 ").append(number + 1).append('\n').append(table);
        pdf.append("trailer\n<< /Size ").append(number + 1).append(" /Root 1 0 R >>\nstartxref\n");
        return pdf.append(start).append("\n%%EOF\n").toString().getBytes(ISO_8859_1);
    }
}
