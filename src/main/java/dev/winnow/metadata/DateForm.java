package dev.winnow.metadata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats dates for metadata, in ISO 8601. */
final class DateForm {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private DateForm() {}

    /** Returns {@code 2018-02-12T08:49:00+04:00}; without the offset when it is null. */
    static String iso(LocalDate date, LocalTime time, @Nullable ZoneOffset offset) {
        String local = date + "T" + TIME.format(time);
        if (offset == null) {
            return local;
        }
        return local + (offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId());
    }

    /** Returns a month and day without a year: {@code --04-11}. */
    static String monthDay(int month, int day) {
        return String.format(Locale.ROOT, "--%02d-%02d", month, day);
    }

    /** Returns the day of a date that this class formatted; null when it has no year. */
    static @Nullable LocalDate day(String iso) {
        try {
            return iso.startsWith("--") ? null : LocalDate.parse(iso.substring(0, 10));
        } catch (DateTimeException notOurs) {
            return null;
        }
    }

    /** Returns the day; null when there is no such day. */
    static @Nullable LocalDate dayOrNull(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
