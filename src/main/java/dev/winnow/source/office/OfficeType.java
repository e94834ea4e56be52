package dev.winnow.source.office;

import dev.winnow.source.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;

/** The office formats that Winnow reads, recognised by their content; each has a Tika parser. */
enum OfficeType {
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    OLD_WORD("application/msword"),
    OPEN_DOCUMENT("application/vnd.oasis.opendocument.text"),
    RTF("application/rtf"),
    EPUB("application/epub+zip");

    private final String mediaType;

    OfficeType(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** Returns a new parser. */
    Parser parser() {
        return switch (this) {
            case WORD -> new OOXMLParser();
            case OLD_WORD -> new OfficeParser();
            case OPEN_DOCUMENT -> new OpenDocumentParser();
            case RTF -> new RTFParser();
            case EPUB -> new EpubParser();
        };
    }

    /**
     * @throws RefusedException if it is another format, or a zip bomb
     */
    static OfficeType of(byte[] bytes, int mostCharacters) throws IOException, RefusedException {
        if (startsWith(bytes, "{\\rtf")) {
            return RTF;
        }
        if (startsWith(bytes, "PK")) {
            return ofPackage(ZipPackage.look(bytes, mostCharacters));
        }
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return ofFiles(files.getRoot());
        }
    }

    private static boolean startsWith(byte[] bytes, String signature) {
        return new String(bytes, 0, Math.min(bytes.length, signature.length()), StandardCharsets.ISO_8859_1)
                .equals(signature);
    }

    private static OfficeType ofPackage(ZipPackage zip) throws RefusedException {
        String types = zip.contentTypes();
        if (types != null) {
            String lower = types.toLowerCase(Locale.ROOT);
            if (lower.contains("wordprocessingml") && lower.contains(".main+xml")) {
                return WORD;
            }
            throw other(
                    lower.contains("spreadsheetml")
                            ? "a spreadsheet"
                            : lower.contains("presentationml") ? "a presentation" : "a package of another kind");
        }
        String mimetype = zip.mimetype();
        if (mimetype == null) {
            throw other("a package of another kind");
        }
        if (mimetype.equals(EPUB.mediaType)) {
            return EPUB;
        }
        // Templates (-template), web pages (-web) and masters (-master) are also text documents.
        if (mimetype.startsWith(OPEN_DOCUMENT.mediaType)) {
            return OPEN_DOCUMENT;
        }
        throw other("a document of the type " + mimetype);
    }

    private static OfficeType ofFiles(DirectoryNode root) throws RefusedException {
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw encrypted();
        }
        if (root.hasEntryCaseInsensitive("WordDocument")) {
            return OLD_WORD;
        }
        throw other(
                root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")
                        ? "a spreadsheet"
                        : root.hasEntryCaseInsensitive("PowerPoint Document") ? "a presentation" : "no text document");
    }

    static RefusedException encrypted() {
        return new RefusedException("is encrypted; save it without a password first");
    }

    private static RefusedException other(String what) {
        return new RefusedException("is " + what + ", which Winnow does not read; save it as text, HTML or PDF");
    }
}
