package dev.winnow.metadata;

import dev.winnow.rule.slot.DateParser;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.WrittenDate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds dates in the paths of URLs; often they name the day of publication. */
final class Addresses {

    /** Maximum number of characters searched. The rest of a longer URL is ignored. */
    private static final int LONGEST = 2_000;

    private static final int EARLIEST_YEAR = 1990;

    private static final Pattern DAY =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?:([-/_.])(\\d{1,2})\\2(\\d{1,2})|(\\d\\d)(\\d\\d))(?!\\d)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<!\\d)(\\d\\d)([-/_.])(\\d\\d)\\2((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern NAMED = Pattern.compile("/((?:19|20)\\d\\d)/(\\p{L}{3,12})/(\\d{1,2})(?!\\d)");
    private static final Pattern MONTH = Pattern.compile("/((?:19|20)\\d\\d)[-/](\\d{1,2})/");

    private final DateParser parser;

    Addresses(Lexicons lexicons) {
        parser = new DateParser(lexicons);
    }

    /** A date in a URL; either part or both may be null. */
    record UrlDate(@Nullable LocalDate day, @Nullable YearMonth month) {
        static final UrlDate NONE = new UrlDate(null, null);
    }

    /**
     * Returns the day, or the month, that the path names: {@code /2017/04/13/}, {@code 2017-04-13}, {@code /20170413/},
     * {@code /2017/apr/13/}, {@code /2017/04/}.
     */
    UrlDate dateIn(@Nullable String url) {
        if (url == null) {
            return UrlDate.NONE;
        }
        String part = url.length() > LONGEST ? url.substring(0, LONGEST) : url;
        Matcher day = DAY.matcher(part);
        while (day.find()) {
            boolean separated = day.group(2) != null;
            LocalDate date = date(day.group(1), day.group(separated ? 3 : 5), day.group(separated ? 4 : 6));
            if (date != null) {
                return new UrlDate(date, YearMonth.from(date));
            }
        }
        LocalDate dayFirst = dayFirst(part);
        if (dayFirst != null) {
            return new UrlDate(dayFirst, YearMonth.from(dayFirst));
        }
        LocalDate named = named(part);
        if (named != null) {
            return new UrlDate(named, YearMonth.from(named));
        }
        Matcher month = MONTH.matcher(part);
        if (month.find()) {
            LocalDate first = date(month.group(1), month.group(2), "1");
            if (first != null) {
                return new UrlDate(null, YearMonth.from(first));
            }
        }
        return UrlDate.NONE;
    }

    /** Finds a day with the name of its month: {@code /2019/oct/03/}. */
    private @Nullable LocalDate named(String part) {
        Matcher matcher = NAMED.matcher(part);
        if (!matcher.find()) {
            return null;
        }
        WrittenDate written = parser.parse(matcher.group(3) + " " + matcher.group(2) + " " + matcher.group(1))
                .orElse(null);
        Integer year = written == null ? null : written.year();
        Integer month = written == null ? null : written.month();
        Integer day = written == null ? null : written.day();
        return year == null || month == null || day == null || year < EARLIEST_YEAR
                ? null
                : DateForm.dayOrNull(year, month, day);
    }

    /** Finds a day with the year last, if only one order of day and month gives a date. */
    private static @Nullable LocalDate dayFirst(String part) {
        Matcher matcher = DAY_FIRST.matcher(part);
        while (matcher.find()) {
            LocalDate day = date(matcher.group(4), matcher.group(3), matcher.group(1));
            LocalDate other = date(matcher.group(4), matcher.group(1), matcher.group(3));
            if (day != null && (other == null || other.equals(day))) {
                return day;
            }
        }
        return null;
    }

    private static @Nullable LocalDate date(String year, String month, String day) {
        LocalDate date = DateForm.dayOrNull(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return date == null || date.getYear() < EARLIEST_YEAR ? null : date;
    }
}
