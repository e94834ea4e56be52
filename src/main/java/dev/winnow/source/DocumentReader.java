package dev.winnow.source;

import dev.winnow.document.SourceDocument;
import java.util.Map;

/** Turns the bytes of one document, of whatever file, archive or record they came from, into a source document. Thread-safe. */
final class DocumentReader {

    private DocumentReader() {}

    /** Reads a single document of any kind that is one. */
    static Loaded read(Kind.Reads reads, byte[] bytes, Provenance provenance, Limits limits) {
        return switch (reads) {
            case PDF -> ParsedDocuments.SHARED.parse(bytes, DocumentParser.Family.PDF, provenance, limits);
            case OFFICE -> ParsedDocuments.SHARED.parse(bytes, DocumentParser.Family.OFFICE, provenance, limits);
            case MAIL -> ParsedDocuments.SHARED.parse(bytes, DocumentParser.Family.MAIL, provenance, limits);
            default -> text(bytes, provenance);
        };
    }

    /** Reads plain text. */
    static Loaded text(byte[] bytes, Provenance provenance) {
        return read(bytes, provenance, SourceDocument.Form.TEXT);
    }

    /** Reads HTML or XHTML. */
    static Loaded html(byte[] bytes, Provenance provenance) {
        return read(bytes, provenance, SourceDocument.Form.HTML);
    }

    private static Loaded read(byte[] bytes, Provenance provenance, SourceDocument.Form form) {
        Decoded decoded = Decoder.decode(bytes, provenance.charset());
        return new Loaded.Document(
                provenance.origin(),
                new SourceDocument(
                        provenance.id(),
                        form,
                        decoded.text(),
                        provenance.url(),
                        provenance.crawled(),
                        decoded.charset(),
                        decoded.undecodable(),
                        decoded.warnings(),
                        Map.of()));
    }
}
