package dev.winnow.rule.slot;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A date or time as written in a text, with nothing added. Immutable and thread-safe.
 *
 * @param parts the kind of value
 * @param year four digits, or completed from two digits after the name of a month; null when not written or still open
 * @param month 1 to 12; null when not written or still open
 * @param day 1 to 31; null when not written or still open
 * @param open numbers in unknown order: day and month (the year is then in {@code year}), or day, month and a two-digit year;
 *     empty when the order is known
 * @param time null when not written
 * @param offset from UTC; null when not written, or when the name of the zone is ambiguous
 * @param zone as written; null when not written
 * @param ago time before the page was fetched; null when the date is written out
 * @param only the only language in which this is a date; null for any
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
     * A relative date, such as 3 hours ago.
     *
     * @param unit the unit of the amount, which is also its precision
     */
    public record Ago(ChronoUnit unit, int amount) {

        /** Makes a value from a lexicon entry: {@code hours} takes the number in the text, {@code days:1} has its own. */
        static Ago of(String value, int number) {
            int colon = value.indexOf(':');
            int amount = colon < 0 ? Math.max(number, 0) : Integer.parseInt(value.substring(colon + 1));
            String unit = colon < 0 ? value : value.substring(0, colon);
            return new Ago(ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT)), amount);
        }
    }

    /** The kind of value written in a text. */
    public enum Parts {
        /** Year, month and day, possibly in open order. */
        DATE,
        /** A date and a time. */
        DATETIME,
        /** Month and day without a year; possibly with a time. */
        MONTHDAY,
        /** A time only. */
        TIME
    }

    public WrittenDate {
        open = List.copyOf(open);
    }

    /** Returns a copy with the time of another value. */
    public WrittenDate at(WrittenDate other) {
        Parts with = parts == Parts.MONTHDAY ? parts : Parts.DATETIME;
        return new WrittenDate(with, year, month, day, open, other.time, other.offset, other.zone, ago, only);
    }

    /** Returns a copy with a day of the common era. */
    public WrittenDate on(int commonYear, @Nullable Integer commonMonth, @Nullable Integer commonDay) {
        return new WrittenDate(parts, commonYear, commonMonth, commonDay, open, time, offset, zone, ago, only);
    }

    /** Returns the year of a two-digit number: 1970 to 2069. */
    public static int fullYear(int twoDigits) {
        return twoDigits + (twoDigits < 70 ? 2000 : 1900);
    }
}
