package dev.winnow.source.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Sets paragraphs in type, as a word processor would: lines as wide as the column, pages with a running head and a number. */
final class PdfMaker implements AutoCloseable {

    private static final PDFont ROMAN = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
    private static final float TOP = 700;
    private static final float BOTTOM = 90;

    final PDDocument document = new PDDocument();
    private final float width;
    private final float indent;
    private final float space;
    private final String head;
    private PDPageContentStream page;
    private float at;
    private float left = 72;

    /**
     * @param width of the column
     * @param indent of a paragraph's first line
     * @param space between paragraphs, beyond that between lines
     * @param head on each page; empty for none
     */
    PdfMaker(float width, float indent, float space, String head) {
        this.width = width;
        this.indent = indent;
        this.space = space;
        this.head = head;
    }

    PdfMaker heading(String text) {
        at -= 16;
        line(text, 72, 18);
        at -= 12;
        return this;
    }

    PdfMaker paragraph(String text) {
        return lines(wrapped(text));
    }

    /** A paragraph whose lines are broken already. */
    PdfMaker lines(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), left + (i == 0 ? indent : 0), 11);
        }
        at -= space;
        return this;
    }

    /** Begins a column to the right at the top of the page. */
    PdfMaker nextColumn() {
        left += width + 20;
        at = TOP;
        return this;
    }

    private List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            float room = width - (lines.isEmpty() ? indent : 0);
            if (!line.isEmpty() && widthOf(line + " " + word, 11) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static float widthOf(String text, float size) {
        try {
            return ROMAN.getStringWidth(text) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String text, float x, float size) {
        try {
            if (page == null || at < BOTTOM) {
                newPage();
            }
            at -= size * 1.2f;
            show(text, x, at, size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void newPage() throws IOException {
        endPage();
        PDPage sheet = new PDPage();
        document.addPage(sheet);
        page = new PDPageContentStream(document, sheet);
        at = TOP;
        left = 72;
    }

    /** Head and foot are drawn last, as many programs do. */
    private void endPage() throws IOException {
        if (page != null) {
            if (!head.isEmpty()) {
                show(head, 72, 750, 9);
                show("– " + document.getNumberOfPages() + " –", 290, 40, 9);
            }
            page.close();
        }
    }

    private void show(String text, float x, float y, float size) throws IOException {
        page.beginText();
        page.setFont(ROMAN, size);
        page.newLineAtOffset(x, y);
        page.showText(text);
        page.endText();
    }

    byte[] bytes() {
        try {
            endPage();
            page = null;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
