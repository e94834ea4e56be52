package dev.winnow.evaluate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date of publication in two readings.
 *
 * @param written the calendar day as it is written
 * @param utc the day in UTC; as written where the time or its zone is unknown
 */
record Days(LocalDate written, LocalDate utc) {

    private static final Pattern DAY = Pattern.compile("\\s*(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern TIME = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\d.(\\d\\d)(?::?(\\d\\d)(?::?(\\d\\d)(?:[.,]\\d+)?)?)?(?:Z|([+-])(\\d\\d)(?::?(\\d\\d)(?::?\\d\\d(?:\\.\\d+)?)?)?)");

    /** Reads a date; null where there is no full day. */
    static @Nullable Days of(@Nullable String date) {
        Matcher matcher = DAY.matcher(date == null ? "" : date);
        if (!matcher.lookingAt()) {
            return null;
        }
        try {
            LocalDate written =
                    LocalDate.of(number(matcher.group(1)), number(matcher.group(3)), number(matcher.group(4)));
            return new Days(written, utc(written, String.valueOf(date).strip()));
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static LocalDate utc(LocalDate written, String date) {
        Matcher time = TIME.matcher(date);
        if (!time.matches()) {
            return written;
        }
        int minutes = 60 * number(time.group(5)) + number(time.group(6));
        try {
            return written.atTime(number(time.group(1)), number(time.group(2)), number(time.group(3)))
                    .minusMinutes("-".equals(time.group(4)) ? -minutes : minutes)
                    .toLocalDate();
        } catch (DateTimeException noTime) {
            return written;
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Whether another date may be the same day, in any reading. */
    boolean isSame(Days found) {
        return written.equals(found.written)
                || utc.equals(found.utc)
                || utc.equals(found.written)
                || written.equals(found.utc);
    }
}
