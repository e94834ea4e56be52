package dev.winnow.source;

import dev.winnow.document.SourceDocument;
import dev.winnow.document.SourceDocument.Form;
import java.util.ArrayList;
import java.util.List;

/** Converts the bytes of one document to a source document. They may come from a file, an archive or a record. Thread-safe. */
final class SingleDocument {

    private SingleDocument() {}

    /** Reads a single document of any format; containers are not read here. */
    static Input read(FileType.Reads reads, byte[] bytes, Provenance provenance, Limits limits) {
        return switch (reads) {
            case PDF -> TimedParser.SHARED.parse(bytes, RichParser.Family.PDF, provenance, limits);
            case OFFICE -> TimedParser.SHARED.parse(bytes, RichParser.Family.OFFICE, provenance, limits);
            case MAIL -> TimedParser.SHARED.parse(bytes, RichParser.Family.MAIL, provenance, limits);
            case HTML -> html(bytes, provenance);
            default -> text(bytes, provenance);
        };
    }

    /** Reads plain text. */
    static Input text(byte[] bytes, Provenance provenance) {
        return document(Form.TEXT, Decoder.decode(bytes, provenance.charset()), provenance);
    }

    /**
     * Reads HTML. The charset comes from, in this order: a byte-order mark; the declared charset, because a server knows better
     * than a template; the page's own declaration. The bytes may overrule each of them.
     */
    static Input html(byte[] bytes, Provenance provenance) {
        String declared = provenance.charset();
        return document(
                Form.HTML, Decoder.decode(bytes, declared != null ? declared : MetaCharset.of(bytes)), provenance);
    }

    private static Input document(Form form, Decoded decoded, Provenance provenance) {
        List<String> warnings = new ArrayList<>(decoded.warnings());
        String text = decoded.text();
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 0) {
            end--;
        }
        if (end < text.length()) {
            warnings.add("the file ends in " + (text.length() - end)
                    + " NUL characters, as a crash or a full disk leaves them; its text may be cut off");
        }
        return new Input.Document(
                provenance.origin(),
                SourceDocument.builder(provenance.id(), form, text)
                        .url(provenance.url())
                        .crawl(provenance.crawl())
                        .decoded(decoded.charset(), decoded.undecodable())
                        .warnings(warnings)
                        .build());
    }
}
