package dev.winnow.rule.slot;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.Chronology;
import java.time.chrono.Era;
import java.time.chrono.IsoChronology;
import java.time.chrono.ThaiBuddhistChronology;
import org.jspecify.annotations.Nullable;

/**
 * Converts dates of other calendars to the common era. An era has a name such as {@code Japanese/Reiwa}: the id of a
 * {@link Chronology} and its era. {@code Persian} is the solar calendar of Iran and Afghanistan. Days of any other name are
 * unknown. Thread-safe.
 */
public final class Eras {

    private static final String PERSIAN = "Persian";
    private static final String BUDDHIST = ThaiBuddhistChronology.INSTANCE.getId();
    private static final String COMMON = IsoChronology.INSTANCE.getId();

    /** The day before 1 Farvardin of the year 1, as days since 1 January 1970. */
    private static final long PERSIAN_EPOCH = -492_269;

    /** First Persian year accepted. The formula below holds for more years than newspapers need. */
    private static final int FIRST_PERSIAN_YEAR = 1200;

    private static final int LAST_PERSIAN_YEAR = 1500;

    /** First Buddhist year accepted. Smaller years with three or more digits are of the common era, which has the same months. */
    private static final int FIRST_BUDDHIST_YEAR = 2400;

    /** First two-digit Buddhist year accepted. Smaller ones may be of the common era. */
    private static final int FIRST_SHORT_YEAR = 33;

    private static final int BUDDHIST_CENTURY = 2500;
    private static final int BUDDHIST_YEARS = 543;

    private Eras() {}

    /** Returns the day in the common era; null when it does not exist or its calendar is unknown. */
    public static @Nullable LocalDate day(String name, int year, int month, int day) {
        int slash = name.indexOf('/');
        String calendar = slash < 0 ? name : name.substring(0, slash);
        if (calendar.equals(PERSIAN)) {
            return persian(year, month, day);
        }
        try {
            if (calendar.equals(BUDDHIST)) {
                return year < FIRST_SHORT_YEAR ? null : LocalDate.of(commonYear(name, year), month, day);
            }
            Chronology chronology = Chronology.of(calendar);
            for (Era era : chronology.eras()) {
                if (era.toString().equals(name.substring(slash + 1))) {
                    return LocalDate.from(chronology.date(era, year, month, day));
                }
            }
            return null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** Whether an era has the months and days of the common era, so that the order of numbers may stay open. */
    public static boolean hasCommonMonths(String name) {
        return name.startsWith(BUDDHIST) || name.startsWith(COMMON);
    }

    /**
     * Returns the year of the common era for a year of an era with common months. Two digits stand for the Buddhist century
     * from 2500.
     */
    public static int commonYear(String name, int year) {
        if (name.startsWith(COMMON)) {
            return year;
        }
        if (year >= FIRST_BUDDHIST_YEAR) {
            return year - BUDDHIST_YEARS;
        }
        return year < 100 ? year + BUDDHIST_CENTURY - BUDDHIST_YEARS : year;
    }

    /**
     * Converts a date of the solar calendar by its cycle of 33 years, valid from 1178 to 1633. As in ICU's PersianCalendar;
     * source: Borkowski, The Persian calendar for 3000 years (1996).
     */
    private static @Nullable LocalDate persian(int year, int month, int day) {
        if (year < FIRST_PERSIAN_YEAR || year > LAST_PERSIAN_YEAR || month < 1 || month > 12 || day < 1) {
            return null;
        }
        boolean leap = (25 * year + 11) % 33 < 8;
        int length = month <= 6 ? 31 : month < 12 || leap ? 30 : 29;
        if (day > length) {
            return null;
        }
        long before = 365L * (year - 1) + (8L * year + 21) / 33;
        long months = month <= 7 ? 31L * (month - 1) : 30L * (month - 1) + 6;
        return LocalDate.ofEpochDay(PERSIAN_EPOCH + before + months + day);
    }
}
