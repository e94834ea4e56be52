package dev.winnow.source.office;

import dev.winnow.source.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Reads the lines of each page with their positions, in the order in which the document draws them. One instance serves one
 * document.
 */
final class PdfLines extends PDFTextStripper {

    /**
     * Maximum number of bytes of drawing instructions per allowed character. Text takes some ten bytes per character, pictures
     * of lines far more.
     */
    private static final int BYTES_A_CHARACTER = 4;

    /**
     * Maximum number of forms drawn on a page. Maps have thousands of these parts of drawings. Forms that draw each other twice
     * grow exponentially.
     */
    private static final int MOST_FORMS = 10_000;

    private static final String TOO_LONG = "too long";

    private final List<List<PdfLine>> pages = new ArrayList<>();
    private final int mostCharacters;
    private List<PdfLine> page = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private float left;
    private float right;
    private float baseline;
    private float size;
    private float firstWord;
    private long characters;
    private int forms;

    private PdfLines(int mostCharacters) {
        this.mostCharacters = mostCharacters;
        setSuppressDuplicateOverlappingText(true);
    }

    /**
     * @param mostCharacters maximum number of characters on all pages together
     */
    static List<List<PdfLine>> of(PDDocument document, int mostCharacters) throws IOException, RefusedException {
        PdfLines lines = new PdfLines(mostCharacters);
        try {
            lines.writeText(document, Writer.nullWriter());
        } catch (Stop stop) {
            if (TOO_LONG.equals(stop.getMessage())) {
                throw LibraryParser.tooLong(mostCharacters);
            }
            throw stop;
        }
        return lines.pages;
    }

    @Override
    public void processPage(PDPage drawn) throws IOException {
        requireTime();
        forms = 0;
        Iterator<PDStream> contents = drawn.getContentStreams();
        while (contents.hasNext()) {
            requireBounded(contents.next().getCOSObject());
        }
        super.processPage(drawn);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        requireTime();
        if (++forms > MOST_FORMS) {
            throw new Stop("a page draws more than " + MOST_FORMS + " forms, or forms that draw themselves");
        }
        requireBounded(form.getCOSObject());
        super.showForm(form);
    }

    private static void requireTime() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException();
        }
    }

    /** PDFBox unpacks a whole stream in memory, and a few kilobytes can become gigabytes. */
    private void requireBounded(COSStream stream) throws IOException {
        boolean deflated = COSName.FLATE_DECODE.equals(stream.getFilters())
                || stream.getFilters() instanceof COSArray several
                        && several.size() > 0
                        && COSName.FLATE_DECODE.equals(several.getObject(0));
        if (!deflated) {
            return;
        }
        long left = (long) mostCharacters * BYTES_A_CHARACTER;
        try (InputStream unpacked = new InflaterInputStream(stream.createRawInputStream())) {
            long skipped;
            do {
                skipped = unpacked.skip(Math.min(left + 1, 1 << 20));
                left -= skipped;
            } while (skipped > 0 && left >= 0);
        } catch (IOException damaged) {
            // PDFBox can read some damaged streams.
            return;
        }
        if (left < 0) {
            throw new Stop(TOO_LONG);
        }
    }

    @Override
    protected void writeString(String word, List<TextPosition> glyphs) throws IOException {
        requireTime();
        characters += word.length();
        if (characters > mostCharacters) {
            throw new Stop(TOO_LONG);
        }
        TextPosition last = glyphs.get(glyphs.size() - 1);
        float end = last.getXDirAdj() + last.getWidthDirAdj();
        if (text.length() == 0) {
            TextPosition first = glyphs.get(0);
            left = first.getXDirAdj();
            baseline = first.getYDirAdj();
            size = first.getFontSizeInPt();
            firstWord = end - left;
            right = end;
        }
        right = Math.max(right, end);
        size = Math.max(size, last.getFontSizeInPt());
        text.append(word);
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void endArticle() {
        endLine();
    }

    @Override
    protected void endPage(PDPage drawn) {
        endLine();
        pages.add(page);
        page = new ArrayList<>();
    }

    private void endLine() {
        String line = text.toString().strip();
        if (!line.isEmpty()) {
            page.add(new PdfLine(line, left, right, baseline, size, firstWord));
        }
        text.setLength(0);
    }

    /** PDFBox ignores errors in broken files. Exceptions that must stop the parsing are thrown again. */
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException thrown) throws IOException {
        if (thrown instanceof Stop || thrown instanceof InterruptedIOException) {
            throw thrown;
        }
        super.operatorException(operator, operands, thrown);
    }

    /** Ends the parsing: the document exceeds a limit. */
    private static final class Stop extends IOException {
        private static final long serialVersionUID = 1;

        Stop(String message) {
            super(message);
        }
    }
}
