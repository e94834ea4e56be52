package dev.winnow.source;

import dev.winnow.document.SourceDocument;
import java.util.Map;

/** Turns the bytes of one document, of whatever file, archive or record they came from, into a source document. Thread-safe. */
final class DocumentReader {

    private DocumentReader() {}

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
