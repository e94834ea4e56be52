package dev.winnow.source.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.document.SourceDocument.Form;
import dev.winnow.source.Input;
import dev.winnow.source.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MailTest {

    private static final String HEAD = """
            Return-Path: <ada@harbour.example>
            Message-ID: <17@harbour.example>
            Date: Sun, 2 Jun 2019 10:15:00 +0200
            From: "Holm, Ada" <ada@harbour.example>
            To: readers@harbour.example
            Subject: =?utf-8?q?F=C3=A4hren_nach_dem_Sturm?=
            """;

    private static final String TEXT = "The harbour was closed for three days, the council said.";

    @Test
    void givesSubjectAuthorsAndDate() {
        Article article = Reading.cleaned(mail("Content-Type: text/plain; charset=utf-8\n\n" + TEXT + "\n"));
        assertThat(article.text()).isEqualTo(TEXT);
        assertThat(article.metadata().title()).isEqualTo("Fähren nach dem Sturm");
        assertThat(article.metadata().authors()).containsExactly("Holm, Ada");
        assertThat(article.metadata().published()).isEqualTo("2019-06-02T10:15+02:00");
    }

    @Test
    void readsTheDeclaredCharsetAndTransferEncoding() {
        String mail = HEAD + "MIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\n"
                + "Content-Transfer-Encoding: quoted-printable\n\nDie F=E4hre f=E4hrt wieder, sagte die Reederei am Sonn=\ntag.\n";
        assertThat(Reading.document(mail.getBytes(ISO_8859_1)).text().strip())
                .isEqualTo("Die Fähre fährt wieder, sagte die Reederei am Sonntag.");
    }

    @Test
    void prefersHtmlAndKeepsTheHeadInIt() {
        SourceDocument document = Reading.document(mail("""
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                Only for those who cannot see it.
                --b
                Content-Type: text/html; charset=utf-8

                <html><head><style>p {}</style></head><body><p>TEXT</p></body></html>
                --b--
                """.replace("TEXT", TEXT)));
        assertThat(document.form()).isEqualTo(Form.HTML);
        assertThat(document.text())
                .contains("<p>" + TEXT + "</p>")
                .contains("<head>\n<meta charset=\"utf-8\">\n<title>Fähren nach dem Sturm</title>")
                .contains("<meta name=\"DC.creator\" content=\"Holm, Ada\">")
                .contains("<meta name=\"dcterms.issued\" content=\"2019-06-02T10:15+02:00\">")
                .doesNotContain("cannot see it")
                .containsOnlyOnce("<head>");
    }

    @Test
    void leavesAttachmentsOutAndCountsThem() {
        SourceDocument document = Reading.document(mail("""
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                TEXT
                --b
                Content-Type: application/pdf
                Content-Disposition: attachment; filename=a.pdf

                %PDF-1.7
                --b
                Content-Type: text/plain
                Content-Disposition: attachment; filename=notes.txt

                Attached notes.
                --b
                Content-Type: message/rfc822

                Subject: Another one

                Forwarded.
                --b--
                """.replace("TEXT", TEXT)));
        assertThat(document.text().strip()).isEqualTo(TEXT);
        assertThat(document.warnings()).containsExactly("3 attachments were left out");
    }

    @Test
    void joinsFlowedLines() {
        String body = "Content-Type: text/plain; format=flowed\n\nThe harbour was \nclosed. \n It rained.\n-- \nAda\n";
        assertThat(Reading.document(mail(body)).text()).isEqualTo("The harbour was closed. It rained.\n-- \nAda\n");
    }

    @Test
    void refusesAMailOfAttachmentsOnly() {
        assertThat(Reading.refusal(
                        mail("Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n")))
                .isEqualTo("has no text, only attachments");
    }

    @Test
    void takesAPageThatBeginsLikeAMailForText() {
        String page = "From: our correspondent\nDate: Sunday\n\n" + TEXT + "\n";
        assertThat(Reading.document(page.getBytes(UTF_8)).text()).isEqualTo(page);
    }

    @Test
    @Timeout(60)
    void refusesPartsInPartsInParts() {
        StringBuilder mail = new StringBuilder("MIME-Version: 1.0\n");
        for (int level = 0; level < 2000; level++) {
            mail.append("Content-Type: multipart/mixed; boundary=b" + level + "\n\n--b" + level + "\n");
        }
        assertThat(Reading.refusal(mail(mail.toString()))).isNotEmpty();
    }

    @Test
    void givesEachMailOfABox() {
        String separator = "From ada@harbour.example Sun Jun  2 10:15:00 2019\n";
        String body = HEAD + "\n" + TEXT + "\n>From the quay one could see it.\n\n";
        List<Input> mails = Reading.all((separator + body + separator + body + separator + body).getBytes(UTF_8));
        assertThat(mails).hasSize(3).allSatisfy(mail -> {
            SourceDocument document = ((Input.Document) mail).document();
            assertThat(document.text()).contains(TEXT + "\nFrom the quay one could see it.");
            assertThat(document.extra()).containsEntry("title", "Fähren nach dem Sturm");
        });
        assertThat(((Input.Document) mails.get(2)).document().id()).isEqualTo("stdin:3");
        assertThat(mails.get(1).origin()).isEqualTo("-:2");
    }

    @Test
    void goesOnAfterAMailThatIsTooLarge() {
        String separator = "From ada@harbour.example Sun Jun  2 10:15:00 2019\n";
        String small = separator + HEAD + "\n" + TEXT + "\n\n";
        String large = separator + HEAD + "\n" + (TEXT + "\n").repeat(100) + "\n";
        List<Input> mails =
                Reading.all((small + large + small).getBytes(UTF_8), Limits.DEFAULT.withMaxDocumentBytes(2000));
        assertThat(mails).hasSize(3);
        assertThat(mails.get(0)).isInstanceOf(Input.Document.class);
        assertThat(mails.get(1).toString())
                .isEqualTo("-:2: the mail is larger than 2000 bytes; raise the limit with --max-size");
        assertThat(mails.get(2)).isInstanceOf(Input.Document.class);
    }

    private static byte[] mail(String rest) {
        return (HEAD + rest).getBytes(UTF_8);
    }
}
