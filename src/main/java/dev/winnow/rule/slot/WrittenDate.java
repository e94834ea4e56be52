package dev.winnow.rule.slot;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date or time as a text gives it, nothing added.
 *
 * @param kind what is known
 * @param year four digits, or from two digits after the name of a month; null when not written or still open
 * @param month 1 to 12; null when not written or still open
 * @param day 1 to 31; null likewise
 * @param open numbers whose order the text does not tell: day and month in either order (the year is then in {@code year}),
 *     or day, month and a year of two digits; empty when everything is settled
 * @param time null when not written
 * @param offset from UTC; null when not written, or when the zone's name does not tell it
 * @param zone as written; null when none is
 */
public record WrittenDate(
        Kind kind,
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day,
        List<Integer> open,
        @Nullable LocalTime time,
        @Nullable ZoneOffset offset,
        @Nullable String zone) {

    /** What a text gives. */
    public enum Kind {
        /** Year, month and day, perhaps in open order. */
        DATE,
        /** A date and a time. */
        DATETIME,
        /** Month and day without a year; perhaps with a time. */
        MONTHDAY,
        /** A time only. */
        TIME
    }

    public WrittenDate {
        open = List.copyOf(open);
    }

    /** The year a number of two digits stands for: 1970 to 2069, as POSIX has it. */
    public static int fullYear(int twoDigits) {
        return twoDigits + (twoDigits < 70 ? 2000 : 1900);
    }
}
