package dev.winnow.source.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a WARC record's header (ISO 28500) that describe a document.
 *
 * @param type such as {@code response}, {@code conversion}; empty when missing
 * @param id without the angle brackets; null when missing
 * @param url the target's URI; null when missing
 * @param date the time of the visit, UTC, as written; null when missing
 * @param contentType media type of the record's content; null when missing
 * @param payloadType the type of the payload according to the crawler; null when missing
 * @param truncated the reason why the crawler stored only a part, such as {@code length}; null if it stored everything
 * @param length size of the content in bytes; -1 when missing or not a number
 */
public record WarcHeader(
        String type,
        @Nullable String id,
        @Nullable String url,
        @Nullable String date,
        @Nullable String contentType,
        @Nullable String payloadType,
        @Nullable String truncated,
        long length) {

    /** Parses the header of a record, its version line included. */
    static WarcHeader parse(byte[] buffer, int from, int to) {
        String type = "";
        String id = null;
        String url = null;
        String date = null;
        String truncated = null;
        String contentType = null;
        String payloadType = null;
        long length = -1;
        HeaderFields fields = new HeaderFields(new String(buffer, from, to - from, UTF_8));
        while (fields.next()) {
            String value = fields.value();
            switch (fields.name()) {
                case "warc-type" -> type = value.toLowerCase(Locale.ROOT);
                case "warc-record-id" -> id = unbracketed(value);
                case "warc-target-uri" -> url = unbracketed(value);
                case "warc-date" -> date = value.isEmpty() ? null : value;
                case "warc-truncated" -> truncated = value.isEmpty() ? "unspecified" : value;
                case "content-type" -> contentType = value;
                case "warc-identified-payload-type" -> payloadType = value;
                case "content-length" -> length = length(value);
                default -> {}
            }
        }
        return new WarcHeader(type, id, url, date, contentType, payloadType, truncated, length);
    }

    /** Some writers put all URIs in angle brackets. The standard has them only around record ids. */
    private static @Nullable String unbracketed(String value) {
        boolean bracketed = value.length() >= 2 && value.startsWith("<") && value.endsWith(">");
        String bare = bracketed ? value.substring(1, value.length() - 1) : value;
        return bare.isEmpty() ? null : bare;
    }

    /** Parses a length in bytes; -1 if it is not a number. */
    static long length(String value) {
        if (value.isEmpty() || value.length() > 18) {
            return -1;
        }
        long length = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            length = 10 * length + c - '0';
        }
        return length;
    }
}
