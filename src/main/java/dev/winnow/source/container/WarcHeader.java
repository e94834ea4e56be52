package dev.winnow.source.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The named fields of a WARC record (ISO 28500) that tell of a document.
 *
 * @param type such as {@code response}, {@code conversion}; empty when missing
 * @param id without the angle brackets; null when missing
 * @param url the target's URI; null when missing
 * @param date the time of the visit, UTC, as it stands there; null when missing
 * @param contentType of the record's content; null when missing
 * @param payloadType what the crawler took the payload for; null when missing
 * @param truncated why the crawler kept only a part, such as {@code length}; null where it kept all
 * @param length bytes of the content; -1 when missing or no number
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

    /** Reads the header of a record, its version line included. */
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

    /** Some writers put URIs of all kinds in the brackets that the standard wants around record ids only. */
    private static @Nullable String unbracketed(String value) {
        boolean bracketed = value.length() >= 2 && value.startsWith("<") && value.endsWith(">");
        String bare = bracketed ? value.substring(1, value.length() - 1) : value;
        return bare.isEmpty() ? null : bare;
    }

    /** A length in bytes; -1 where it is no number. */
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
