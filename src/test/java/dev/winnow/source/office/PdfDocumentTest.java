package dev.winnow.source.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Article;
import dev.winnow.document.Label;
import dev.winnow.document.SourceDocument;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PdfDocumentTest {

    @ParameterizedTest(name = "column of {0} points, indent {1}, space {2}")
    @CsvSource({"468, 0, 8", "468, 18, 0", "300, 0, 6", "200, 12, 0"})
    void makesParagraphsOfTypesetLines(float width, float indent, float space) throws IOException {
        List<String> paragraphs = Stories.paragraphs(24, 8);
        try (PdfMaker pdf = new PdfMaker(width, indent, space, "Northern Harbour Review, volume 12")) {
            paragraphs.forEach(pdf::paragraph);
            assertThat(Reading.cleaned(pdf.bytes()).text()).isEqualTo(String.join("\n\n", paragraphs));
        }
    }

    @Test
    void readsOneColumnAfterTheOther() throws IOException {
        List<String> paragraphs = Stories.paragraphs(6, 3);
        try (PdfMaker pdf = new PdfMaker(220, 0, 8, "")) {
            paragraphs.subList(0, 3).forEach(pdf::paragraph);
            pdf.nextColumn();
            paragraphs.subList(3, 6).forEach(pdf::paragraph);
            assertThat(Reading.cleaned(pdf.bytes()).text()).isEqualTo(String.join("\n\n", paragraphs));
        }
    }

    @Test
    void keepsHeadingsApart() throws IOException {
        try (PdfMaker pdf = new PdfMaker(400, 0, 8, "")) {
            pdf.heading("What the divers found")
                    .paragraph(Stories.paragraphs(1, 5).get(0));
            assertThat(Reading.cleaned(pdf.bytes()).text()).startsWith("What the divers found\n\nThe ");
        }
    }

    @Test
    void makesDividedWordsWhole() throws IOException {
        try (PdfMaker pdf = new PdfMaker(400, 0, 8, "")) {
            pdf.lines(List.of(
                    "The government of the harbour town said on Sunday evening that the new gov-",
                    "ernment would keep the ferries of the old government running, and that a flood-",
                    "relief fund, the first flood-relief fund of the whole of the region, would be opened by the gov-",
                    "ernment soon."));
            assertThat(Reading.cleaned(pdf.bytes()).text())
                    .contains("the new government would")
                    .contains("a flood-relief fund, the first")
                    .endsWith("by the government soon.");
        }
    }

    @Test
    void tellsInTheLedgerWhatBecameOfRunningLines() throws IOException {
        try (PdfMaker pdf = new PdfMaker(468, 0, 8, "Northern Harbour Review, volume 12")) {
            Stories.paragraphs(40, 11).forEach(pdf::paragraph);
            byte[] bytes = pdf.bytes();
            SourceDocument source = Reading.document(bytes);
            Article article = Reading.cleaned(bytes);
            int pages = pdf.document.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            assertThat(article.ledger().entries().stream()
                            .filter(entry -> entry.label() == Label.BANNER
                                    && entry.rule().equals("normalize/pages"))
                            .map(entry -> entry.text()))
                    .hasSize(pages)
                    .allMatch("Northern Harbour Review, volume 12"::equals);
            assertThat(article.ledger().entries().stream()
                            .filter(entry -> entry.label() == Label.FOOTER)
                            .map(entry -> entry.text()))
                    .isEqualTo(LongStream.rangeClosed(1, pages)
                            .mapToObj(page -> "– " + page + " –")
                            .toList());
            assertThat(article.ledger().restore(article.text())).isEqualTo(source.text());
        }
    }

    @Test
    void passesOnWhatTheFileSaysOfItself() throws IOException {
        try (PdfMaker pdf = new PdfMaker(400, 0, 8, "")) {
            pdf.paragraph(Stories.paragraphs(1, 5).get(0));
            pdf.document.getDocumentInformation().setTitle("Ferries after the storm");
            pdf.document.getDocumentInformation().setAuthor("Ada Holm; Jonas Reed");
            Article article = Reading.cleaned(pdf.bytes());
            assertThat(article.metadata().title()).isEqualTo("Ferries after the storm");
            assertThat(article.metadata().authors()).containsExactly("Ada Holm", "Jonas Reed");
            assertThat(article.metadata().evidence())
                    .containsEntry("title", "input")
                    .containsEntry("authors", "input");
        }
    }

    @Test
    void takesNoFileNameForATitle() throws IOException {
        try (PdfMaker pdf = new PdfMaker(400, 0, 8, "")) {
            pdf.paragraph(Stories.paragraphs(1, 5).get(0));
            pdf.document.getDocumentInformation().setTitle("Word - report_final2.docx");
            assertThat(Reading.cleaned(pdf.bytes()).metadata().title()).isNull();
        }
    }

    @Test
    void readsWhatIsOnlyProtectedAgainstPrinting() throws IOException {
        assertThat(Reading.document(encrypted("")).text()).contains("harbour");
    }

    @Test
    void refusesWhatNeedsAPassword() throws IOException {
        assertThat(Reading.refusal(encrypted("secret"))).isEqualTo("is encrypted; save it without a password first");
    }

    private static byte[] encrypted(String password) throws IOException {
        try (PdfMaker pdf = new PdfMaker(400, 0, 8, "")) {
            pdf.paragraph("The harbour was closed on Sunday.");
            pdf.document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            return pdf.bytes();
        }
    }

    @Test
    void refusesPagesWithoutText() throws IOException {
        try (PdfMaker pdf = new PdfMaker(400, 0, 8, "")) {
            pdf.document.addPage(new PDPage());
            assertThat(Reading.refusal(pdf.bytes())).startsWith("has no text, only pictures of pages");
        }
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void endsOnEveryCutFile(double share) throws IOException {
        try (PdfMaker pdf = new PdfMaker(400, 0, 8, "Head")) {
            Stories.paragraphs(20, 1).forEach(pdf::paragraph);
            byte[] whole = pdf.bytes();
            byte[] cut = java.util.Arrays.copyOf(whole, (int) (whole.length * share));
            assertThat(Reading.all(cut)).hasSize(1);
        }
    }

    static double[] cuts() {
        return new double[] {0.01, 0.1, 0.3, 0.5, 0.9, 0.99};
    }

    @Test
    void refusesWhatOnlyBeginsLikeAPdf() {
        assertThat(Reading.refusal(
                        "%PDF-1.7\nnothing of the kind\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .startsWith("is a damaged PDF file: ");
    }
}
