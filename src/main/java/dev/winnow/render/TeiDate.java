package dev.winnow.render;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts dates to the forms of XML Schema, which {@code @when} in TEI requires. */
final class TeiDate {

    private static final Pattern DATE_TIME = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:0\\d|1[0-3]):[0-5]\\d)?");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d\\d");
    private static final Pattern DAY_OF_YEAR = Pattern.compile("--\\d\\d-\\d\\d");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final String NO_YEAR = "0000";

    private TeiDate() {}

    /**
     * Returns a date in a form of XML Schema. If the time has no seconds, which XML Schema requires, returns only the day.
     * Returns null for a date without a year or one that does not exist.
     */
    static @Nullable String when(@Nullable String date) {
        if (date == null || date.startsWith(NO_YEAR)) {
            return null;
        }
        if (date.length() > 10 && date.charAt(10) == 'T') {
            return DATE_TIME.matcher(date).matches() && exists(date) ? date : when(date.substring(0, 10));
        }
        return exists(date) ? date : null;
    }

    private static boolean exists(String date) {
        try {
            if (DATE_TIME.matcher(date).matches()) {
                return LocalDateTime.parse(date.substring(0, 19)).getYear() > 0;
            }
            if (DATE.matcher(date).matches()) {
                return LocalDate.parse(date).getYear() > 0;
            }
            if (MONTH.matcher(date).matches()) {
                return YearMonth.parse(date).getYear() > 0;
            }
            if (DAY_OF_YEAR.matcher(date).matches()) {
                return MonthDay.parse(date).getMonthValue() > 0;
            }
            return YEAR.matcher(date).matches();
        } catch (DateTimeException none) {
            return false;
        }
    }
}
