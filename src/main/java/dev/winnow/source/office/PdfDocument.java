package dev.winnow.source.office;

import dev.winnow.document.SourceDocument.Form;
import dev.winnow.source.RefusedException;
import dev.winnow.source.RichParser.Parsed;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a PDF as text with pages: one line per line, a blank line between paragraphs, a form feed after each page. The result
 * is text and not HTML, because a PDF has no markup. So the normaliser joins the lines and divided words, and removes running
 * heads, each with its reason in the ledger.
 */
final class PdfDocument {

    /** Some programs write the name of the printed file as the title. */
    private static final Pattern FILE_NAME = Pattern.compile(".*\\.[A-Za-z]{2,5}");

    private PdfDocument() {}

    static Parsed parse(byte[] bytes, int mostCharacters) throws IOException, RefusedException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            String text = PdfLayout.text(PdfLines.of(document, mostCharacters));
            if (text.isBlank()) {
                throw new RefusedException(
                        "has no text, only pictures of pages; it needs optical character recognition first");
            }
            return new Parsed(Form.TEXT, text, known(document.getDocumentInformation()), List.of());
        } catch (InvalidPasswordException encrypted) {
            throw new RefusedException("is encrypted; save it without a password first");
        }
    }

    private static Map<String, Object> known(PDDocumentInformation info) {
        Map<String, Object> known = new LinkedHashMap<>();
        String title = text(info.getTitle());
        if (title != null && !FILE_NAME.matcher(title).matches()) {
            known.put("title", title);
        }
        String author = text(info.getAuthor());
        if (author != null) {
            known.put(
                    "authors",
                    Arrays.stream(author.split(";", -1))
                            .map(String::strip)
                            .filter(name -> !name.isEmpty())
                            .toList());
        }
        Calendar created = info.getCreationDate();
        if (created != null) {
            known.put("created", Instant.ofEpochMilli(created.getTimeInMillis()).toString());
        }
        return known;
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip().replaceAll("\\s+", " ");
    }
}
