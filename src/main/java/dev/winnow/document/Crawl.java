package dev.winnow.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a document was fetched: the time, and the crawler's record of it.
 *
 * @param time the time in the format of the input; null when unknown
 * @param warc the record in a WARC file; null where there is none
 */
public record Crawl(@Nullable String time, @Nullable Warc warc) {

    /** Length of an ISO 8601 day, in characters. */
    private static final int DAY = 10;

    /** Length of an ISO 8601 day with hours and minutes, in characters. */
    private static final int HOUR = 16;

    /**
     * A record in a WARC file.
     *
     * @param file name of the file as in ids: its name, or its path below the folder that was read
     * @param offset number of bytes before the record; in a compressed file the bytes before the gzip member or zstd frame that
     *     begins with the record; null where that is unknown
     * @param recordId {@code WARC-Record-ID} without brackets; null when missing
     */
    public record Warc(
            String file, @Nullable Long offset, @Nullable String recordId) {}

    /** Returns a crawl of which only the day is known. */
    public static Crawl on(LocalDate day) {
        return new Crawl(day.toString(), null);
    }

    /**
     * Day, hour and minute of the time as written; its zone is ignored. Null where the time is not ISO 8601 with hour and
     * minute.
     */
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

    /** Day of the time as written; its zone is ignored. Null when unknown, and where the time is not ISO 8601. */
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
