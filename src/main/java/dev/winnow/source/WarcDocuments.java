package dev.winnow.source;

import dev.winnow.document.Crawl;
import dev.winnow.source.container.DamagedException;
import dev.winnow.source.container.HttpResponse;
import dev.winnow.source.container.LimitException;
import dev.winnow.source.container.Members;
import dev.winnow.source.container.WarcHeader;
import dev.winnow.source.container.WarcRecord;
import dev.winnow.source.container.WarcRecords;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of a WARC or WET file: successful server responses, resources and conversions, if they are HTML or text.
 * Other records (requests, metadata, pictures, error pages) are skipped and counted.
 *
 * <p>The id of a document is the id of its record, without the prefix if it is a UUID, as crawlers write it. A URL would not
 * do, because an archive may hold one URL many times.
 */
final class WarcDocuments extends Documents {

    private static final String UUID = "urn:uuid:";

    private final Provenance file;
    private final WarcRecords records;
    private final Limits limits;
    private final Skipped skipped;
    private final boolean hasOffsets;

    /**
     * @param members the gzip or zstd stream that gives the bytes; null for any other source
     */
    WarcDocuments(Layer piece, InputStream in, @Nullable Members members, Limits limits, Skipped skipped) {
        this.file = piece.from();
        // Inside other compressions the offset in the file is unknown.
        this.hasOffsets = piece.compressions() == (members == null ? 0 : 1);
        this.records = new WarcRecords(in, members, WarcDocuments::isWanted, limits.maxDocumentBytes());
        this.limits = limits;
        this.skipped = skipped;
    }

    @Override
    @Nullable
    Input advance() throws IOException {
        while (true) {
            try {
                WarcRecord next = records.next();
                if (next == null) {
                    return null;
                }
                Input input = document(next);
                if (input != null) {
                    return input;
                }
            } catch (DamagedException damaged) {
                return new Input.Failure(place(), damaged.getMessage() + "; the record is skipped");
            }
        }
    }

    @Override
    String place() {
        return file.origin() + ":" + records.number();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private static boolean isWanted(WarcHeader header) {
        return switch (header.type()) {
            case "response" -> isHttp(header);
            case "resource", "conversion" -> media(header.contentType()) != Media.OTHER;
            default -> false;
        };
    }

    /** Whether the response is from HTTP. Responses of other protocols, such as DNS, are not pages. */
    private static boolean isHttp(WarcHeader header) {
        String url = header.url() == null ? "" : header.url().toLowerCase(Locale.ROOT);
        return HttpResponse.mediaType(header.contentType()).equals("application/http") || url.startsWith("http");
    }

    /** Returns the document of a record; null if it has none. */
    private @Nullable Input document(WarcRecord record) throws IOException {
        WarcHeader header = record.header();
        if (!isWanted(header)) {
            boolean otherMedia =
                    header.type().equals("resource") || header.type().equals("conversion");
            skipped.add(otherMedia ? Skipped.OTHER_MEDIA : Skipped.OTHER_RECORD);
            return null;
        }
        byte[] content = record.content();
        if (content == null) {
            return tooLarge();
        }
        if (!header.type().equals("response")) {
            return document(record, content, header.contentType(), null);
        }
        HttpResponse response;
        try {
            response = HttpResponse.parse(content, limits.maxDocumentBytes());
        } catch (LimitException larger) {
            return tooLarge();
        }
        if (response.status() < 200 || response.status() > 299) {
            skipped.add(Skipped.ERROR_STATUS);
            return null;
        }
        String type = response.contentType() != null ? response.contentType() : header.payloadType();
        return document(record, response.body(), type, response.missing());
    }

    private @Nullable Input document(
            WarcRecord record, byte[] bytes, @Nullable String contentType, @Nullable String missing) {
        WarcHeader header = record.header();
        Long offset = hasOffsets && record.offset() >= 0 ? Long.valueOf(record.offset()) : null;
        Crawl crawl = new Crawl(header.date(), new Crawl.Warc(file.id(), offset, header.id()));
        Provenance from = new Provenance(place(), id(header), header.url(), crawl, charset(contentType));
        Media media = media(contentType);
        if (media == Media.UNKNOWN) {
            media = Media.of(FileType.of(bytes, true, ""));
        }
        return switch (media) {
            case HTML -> warned(SingleDocument.html(bytes, from), header, missing);
            case TEXT -> warned(SingleDocument.text(bytes, from), header, missing);
            default -> {
                skipped.add(Skipped.OTHER_MEDIA);
                yield null;
            }
        };
    }

    /** Adds warnings if the crawler, or the stored response, says that the page is incomplete. */
    private static Input warned(Input input, WarcHeader header, @Nullable String missing) {
        List<String> warnings = new ArrayList<>();
        if (header.truncated() != null) {
            warnings.add("the crawler kept only a part of the page (WARC-Truncated: " + header.truncated()
                    + "); the rest of its text is missing");
        }
        if (missing != null) {
            warnings.add("a part of the page is missing: " + missing);
        }
        return input instanceof Input.Document read && !warnings.isEmpty()
                ? new Input.Document(read.origin(), read.document().withWarnings(warnings))
                : input;
    }

    private @Nullable String charset(@Nullable String contentType) {
        String declared = HttpResponse.charset(contentType);
        return declared != null ? declared : file.charset();
    }

    private Input tooLarge() {
        return new Input.Failure(place(), limits.exceeded("the record is larger"));
    }

    private String id(WarcHeader header) {
        String id = header.id();
        if (id == null) {
            return file.id() + ":" + records.number();
        }
        return id.regionMatches(true, 0, UUID, 0, UUID.length()) ? id.substring(UUID.length()) : id;
    }

    /** Kinds of media types that need different treatment. */
    private enum Media {
        HTML,
        TEXT,
        OTHER,
        UNKNOWN;

        static Media of(FileType kind) {
            return kind.equals(FileType.HTML) ? HTML : kind.equals(FileType.TEXT) ? TEXT : OTHER;
        }
    }

    private static Media media(@Nullable String contentType) {
        return switch (HttpResponse.mediaType(contentType)) {
            case "text/html", "application/xhtml+xml" -> Media.HTML;
            case "text/plain", "text/markdown" -> Media.TEXT;
            case "", "application/octet-stream", "unk" -> Media.UNKNOWN;
            default -> Media.OTHER;
        };
    }
}
