package dev.winnow.rule.slot;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A date or time as a text gives it, nothing added.
 *
 * @param parts what is known
 * @param year four digits, or from two digits after the name of a month; null when not written or still open
 * @param month 1 to 12; null when not written or still open
 * @param day 1 to 31; null likewise
 * @param open numbers whose order the text does not tell: day and month in either order (the year is then in {@code year}),
 *     or day, month and a year of two digits; empty when everything is settled
 * @param time null when not written
 * @param offset from UTC; null when not written, or when the zone's name does not tell it
 * @param zone as written; null when none is
 * @param ago how long before the page was fetched; null when the date is written out
 * @param only the language in which alone this is a date; null for any
 */
public record WrittenDate(
        Parts parts,
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day,
        List<Integer> open,
        @Nullable LocalTime time,
        @Nullable ZoneOffset offset,
        @Nullable String zone,
        @Nullable Ago ago,
        @Nullable String only) {

    /**
     * How long ago something was.
     *
     * @param unit in which it is counted: its smallest part is as much as is known
     */
    public record Ago(ChronoUnit unit, int amount) {

        /** From an entry of the lexicon: {@code hours} with the number in the text, {@code days:1} with its own. */
        static Ago of(String value, int number) {
            int colon = value.indexOf(':');
            int amount = colon < 0 ? Math.max(number, 0) : Integer.parseInt(value.substring(colon + 1));
            String unit = colon < 0 ? value : value.substring(0, colon);
            return new Ago(ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT)), amount);
        }
    }

    /** What a text gives. */
    public enum Parts {
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

    /** The same with a time that stands beside it. */
    public WrittenDate at(WrittenDate other) {
        Parts with = parts == Parts.MONTHDAY ? parts : Parts.DATETIME;
        return new WrittenDate(with, year, month, day, open, other.time, other.offset, other.zone, ago, only);
    }

    /** The same on a day of the common era. */
    public WrittenDate on(int commonYear, @Nullable Integer commonMonth, @Nullable Integer commonDay) {
        return new WrittenDate(parts, commonYear, commonMonth, commonDay, open, time, offset, zone, ago, only);
    }

    /** The year a number of two digits stands for: 1970 to 2069, as POSIX has it. */
    public static int fullYear(int twoDigits) {
        return twoDigits + (twoDigits < 70 ? 2000 : 1900);
    }
}
