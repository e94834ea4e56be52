package dev.winnow.source.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The named fields of a WARC record (ISO 28500) that tell of a document.
 *
 * @param type such as {@code response}, {@code conversion}; empty when missing
 * @param id without the angle brackets; null when missing
 * @param url the target's URI; null when missing
 * @param date the day of the visit, UTC; null when missing or no date
 * @param contentType of the record's content; null when missing
 * @param payloadType what the crawler took the payload for; null when missing
 * @param length bytes of the content; -1 when missing or no number
 */
public record WarcHeader(
        String type,
        @Nullable String id,
        @Nullable String url,
        @Nullable LocalDate date,
        @Nullable String contentType,
        @Nullable String payloadType,
        long length) {

    /** Reads the header of a record, its version line included. */
    static WarcHeader parse(byte[] buffer, int from, int to) {
        String type = "";
        String id = null;
        String url = null;
        LocalDate date = null;
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
                case "warc-date" -> date = date(value);
                case "content-type" -> contentType = value;
                case "warc-identified-payload-type" -> payloadType = value;
                case "content-length" -> length = length(value);
                default -> {}
            }
        }
        return new WarcHeader(type, id, url, date, contentType, payloadType, length);
    }

    /** Some writers put URIs of all kinds in the brackets that the standard wants around record ids only. */
    private static @Nullable String unbracketed(String value) {
        boolean bracketed = value.length() >= 2 && value.startsWith("<") && value.endsWith(">");
        String bare = bracketed ? value.substring(1, value.length() - 1) : value;
        return bare.isEmpty() ? null : bare;
    }

    private static @Nullable LocalDate date(String value) {
        try {
            return LocalDate.parse(value.substring(0, Math.min(10, value.length())));
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private static long length(String value) {
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
