package dev.winnow.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a document was fetched: when, and where a crawler keeps it.
 *
 * @param time as the input has it, in its own form; null when unknown
 * @param warc the record it came from; null where it came from none
 */
public record Crawl(@Nullable String time, @Nullable Warc warc) {

    /** Characters of an ISO 8601 day. */
    private static final int DAY = 10;

    /** Characters of an ISO 8601 day with hours and minutes. */
    private static final int HOUR = 16;

    /**
     * A record in a WARC file.
     *
     * @param file the file as ids name it: its name, or its path below the folder that was read
     * @param offset bytes from the file's beginning to the record, in a compressed file to the gzip member or zstd frame that begins
     *     with the record; null where that is not known
     * @param recordId {@code WARC-Record-ID} without brackets; null when missing
     */
    public record Warc(
            String file, @Nullable Long offset, @Nullable String recordId) {}

    /** Fetched on a day, of which no more is known. */
    public static Crawl on(LocalDate day) {
        return new Crawl(day.toString(), null);
    }

    /** Day and hour of the time as they are written, whatever its zone; null where it does not tell the hour in ISO 8601. */
    public @Nullable LocalDateTime hour() {
        if (time == null || time.length() < HOUR) {
            return null;
        }
        try {
            return LocalDateTime.parse(time.substring(0, HOUR).replace(' ', 'T').toUpperCase(Locale.ROOT));
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    /** The day of the time as it is written, whatever its zone; null when unknown, and where the time is not ISO 8601. */
    public @Nullable LocalDate day() {
        if (time == null || time.length() > DAY && "Tt ".indexOf(time.charAt(DAY)) < 0) {
            return null;
        }
        try {
            return LocalDate.parse(time.substring(0, Math.min(DAY, time.length())));
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
