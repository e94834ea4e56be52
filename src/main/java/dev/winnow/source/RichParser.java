package dev.winnow.source;

import dev.winnow.document.SourceDocument;
import java.util.List;
import java.util.Map;

/**
 * Makes text or HTML of documents that are neither: PDF, office documents, e-books, mail. A library it needs may be
 * missing ({@link OptionalLibrary}). Implementations are thread-safe.
 */
public interface RichParser {

    /** What is told apart by the reader; within a family, the bytes tell. */
    enum Family {
        /** Portable Document Format. */
        PDF,
        /** Word (.docx, .doc), OpenDocument text, RTF, EPUB. */
        OFFICE,
        /** One message as it travels (RFC 5322). */
        MAIL
    }

    /**
     * What a document holds.
     *
     * @param form of the text. A text in pages has a form feed behind each
     * @param known what the document says of itself: {@code title}, {@code authors} (a list), {@code published} and others, by
     *     the names of input records; what is there is not empty
     * @param warnings what a person should know, one sentence each
     */
    record Parsed(SourceDocument.Form form, String text, Map<String, Object> known, List<String> warnings) {}

    /**
     * Parses a document. May take long on hostile input, but ends soon after its thread is interrupted where the library lets it.
     *
     * @param mostCharacters the longest text to make of it
     * @throws RefusedException if there is no text to be had
     */
    Parsed parse(byte[] bytes, Family family, int mostCharacters) throws RefusedException;
}
