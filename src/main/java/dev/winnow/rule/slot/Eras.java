package dev.winnow.rule.slot;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.Chronology;
import java.time.chrono.Era;
import java.time.chrono.IsoChronology;
import java.time.chrono.ThaiBuddhistChronology;
import org.jspecify.annotations.Nullable;

/**
 * The eras of calendars other than that of the common era, by names such as {@code Japanese/Reiwa}: the id of a {@link Chronology}
 * and its era. {@code Persian} is the solar calendar of Iran and Afghanistan; a name that is none of these stands for an era
 * whose days are not known here.
 */
public final class Eras {

    private static final String PERSIAN = "Persian";
    private static final String BUDDHIST = ThaiBuddhistChronology.INSTANCE.getId();
    private static final String COMMON = IsoChronology.INSTANCE.getId();

    /** The day before 1 Farvardin of the year 1, as a day of the epoch of 1970. */
    private static final long PERSIAN_EPOCH = -492_269;

    /** The arithmetic below holds for the years of newspapers. */
    private static final int FIRST_PERSIAN_YEAR = 1200;

    private static final int LAST_PERSIAN_YEAR = 1500;

    /** Years of the Thai calendar are larger; smaller ones are of the common era, which has the same months. */
    private static final int FIRST_BUDDHIST_YEAR = 2400;

    /** Smaller years of two digits may be of the common era. */
    private static final int FIRST_SHORT_YEAR = 33;

    private static final int BUDDHIST_CENTURY = 2500;
    private static final int BUDDHIST_YEARS = 543;

    private Eras() {}

    /** The day, which is null when there is none, or its calendar is not known. */
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

    /** Whether months and days of an era are those of the common era, so that the order of numbers may stay open. */
    public static boolean hasCommonMonths(String name) {
        return name.startsWith(BUDDHIST) || name.startsWith(COMMON);
    }

    /** The year of the common era for a year of an era with common months; of two digits the Buddhist century is meant. */
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
     * The solar calendar by its cycle of 33 years, which holds from 1178 to 1633: as in ICU's PersianCalendar, after Borkowski,
     * The Persian calendar for 3000 years (1996).
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
