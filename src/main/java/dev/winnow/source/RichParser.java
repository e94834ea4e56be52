package dev.winnow.source;

import dev.winnow.document.SourceDocument;
import java.util.List;
import java.util.Map;

/**
 * Converts documents that are neither text nor HTML to one of these: PDF, office documents, e-books, mail. The library it needs
 * may be missing ({@link OptionalLibrary}). Implementations are thread-safe.
 */
public interface RichParser {

    /** Families that the caller must distinguish. Within a family, the parser finds the format from the bytes. */
    enum Family {
        /** Portable Document Format. */
        PDF,
        /** Word (.docx, .doc), OpenDocument text, RTF, EPUB. */
        OFFICE,
        /** A single mail message (RFC 5322). */
        MAIL
    }

    /**
     * The content of a document.
     *
     * @param form format of the text. In a text with pages, each page ends with a form feed
     * @param known metadata of the document, with the field names of input records: {@code title}, {@code authors} (a list),
     *     {@code published} and others. No value is empty
     * @param warnings warnings for the user, one sentence each
     */
    record Parsed(SourceDocument.Form form, String text, Map<String, Object> known, List<String> warnings) {}

    /**
     * Parses a document. May take long on hostile input. It ends soon after its thread is interrupted, if the library allows
     * it.
     *
     * @param mostCharacters maximum length of the text, in UTF-16 units
     * @throws RefusedException if the document gives no text
     */
    Parsed parse(byte[] bytes, Family family, int mostCharacters) throws RefusedException;
}
