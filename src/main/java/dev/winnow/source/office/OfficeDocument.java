package dev.winnow.source.office;

import dev.winnow.document.SourceDocument.Form;
import dev.winnow.source.RefusedException;
import dev.winnow.source.RichParser.Parsed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TemporaryResources;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.SecureContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Converts a text document to HTML: the output of Tika's parser, under a head with the document's metadata in Dublin Core.
 * Embedded documents are left out and counted. Running heads and feet are left out but not counted.
 */
final class OfficeDocument {

    /** Maximum depth of nested elements, such as tables in lists. Deeper nesting is hostile. */
    private static final int MOST_LEVELS = 200;

    private OfficeDocument() {}

    static Parsed parse(byte[] bytes, int mostCharacters) throws IOException, RefusedException {
        OfficeType kind = OfficeType.of(bytes, mostCharacters);
        Metadata metadata = new Metadata();
        metadata.set(HttpHeaders.CONTENT_TYPE, kind.mediaType());
        Embedded embedded = new Embedded();
        HtmlBody body = new HtmlBody(mostCharacters);
        try (TemporaryResources files = new TemporaryResources();
                TikaInputStream in = TikaInputStream.get(new ByteArrayInputStream(bytes), files, metadata)) {
            SecureContentHandler secure = new SecureContentHandler(new BodyContentHandler(body), in);
            secure.setMaximumDepth(MOST_LEVELS);
            secure.setMaximumPackageEntryDepth(2);
            kind.parser().parse(in, secure, metadata, context(embedded));
        } catch (EncryptedDocumentException encrypted) {
            throw OfficeType.encrypted();
        } catch (SAXException | TikaException broken) {
            throw refused(broken, mostCharacters);
        }
        List<String> warnings = embedded.count == 0
                ? List.of()
                : List.of(embedded.count + " documents or pictures inside of it were left out");
        return new Parsed(Form.HTML, head(metadata).html(body.html()), Map.of(), warnings);
    }

    private static ParseContext context(Embedded embedded) {
        OfficeParserConfig config = new OfficeParserConfig();
        // This extractor streams; the other one builds the whole document in memory.
        config.setUseSAXDocxExtractor(true);
        // Running heads and feet are left out, because the parser does not distinguish them from paragraphs.
        config.setIncludeHeadersAndFooters(false);
        config.setIncludeDeletedContent(false);
        config.setIncludeMoveFromContent(false);
        config.setExtractMacros(false);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, config);
        context.set(EmbeddedDocumentExtractor.class, embedded);
        return context;
    }

    private static RefusedException refused(Exception broken, int mostCharacters) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof HtmlBody.TooLong) {
                return LibraryParser.tooLong(mostCharacters);
            }
            if (cause instanceof EncryptedDocumentException) {
                return OfficeType.encrypted();
            }
        }
        return new RefusedException("is a damaged office document: " + LibraryParser.reason(broken));
    }

    private static DublinCore head(Metadata metadata) {
        List<String> creators = new ArrayList<>();
        for (String creator : metadata.getValues(TikaCoreProperties.CREATOR)) {
            creators.addAll(DublinCore.names(creator));
        }
        return new DublinCore(
                metadata.get(TikaCoreProperties.TITLE),
                creators,
                metadata.get(TikaCoreProperties.DESCRIPTION),
                metadata.get(TikaCoreProperties.CREATED),
                metadata.get(TikaCoreProperties.MODIFIED),
                null,
                language(metadata.get(TikaCoreProperties.LANGUAGE)));
    }

    private static @Nullable String language(@Nullable String tag) {
        return tag == null || tag.isBlank()
                ? null
                : Locale.forLanguageTag(tag.strip().replace('_', '-')).toLanguageTag();
    }

    /** Counts embedded documents and does not parse them. */
    private static final class Embedded implements EmbeddedDocumentExtractor {
        private int count;

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            count++;
            return false;
        }

        @Override
        public void parseEmbedded(
                java.io.InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            // Called only by parsers that do not first ask whether to parse.
        }
    }
}
