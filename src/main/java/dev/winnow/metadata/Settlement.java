package dev.winnow.metadata;

import dev.winnow.document.Crawl;
import dev.winnow.metadata.Addresses.UrlDate;
import dev.winnow.metadata.DateReader.Found;
import dev.winnow.rule.DateSettings.Order;
import dev.winnow.rule.slot.WrittenDate;
import dev.winnow.rule.slot.WrittenDate.Ago;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settles open dates by the other dates of one document. An open date is settled when exactly one reading
 *
 * <ul>
 *   <li>is a day of the calendar (31/04 and 13 as a month are none), or
 *   <li>has the order that another date of the same form shows, or
 *   <li>falls on the same or a neighbouring day as another date of the document, or as the date in its URL.
 * </ul>
 *
 * <p>A day later than the day after the page was fetched is not a possible reading.
 */
final class Settlement {

    /** Maximum distance in days of two dates that mean the same, because of time zones and deadlines. */
    private static final int NEIGHBOUR = 1;

    private static final int HOURS = 24;

    /** Maximum age of a dateline in days before its article. The year of an older dateline is not taken from the article. */
    private static final int DATELINE_AGE = 7;

    private final List<Found> found;
    private final UrlDate url;
    private final @Nullable LocalDate crawled;
    private final @Nullable LocalDateTime hour;
    private @Nullable LocalDate published;

    Settlement(List<Found> found, UrlDate url, @Nullable Crawl crawl) {
        this.found = found;
        this.url = url;
        this.crawled = crawl == null ? null : crawl.day();
        this.hour = crawl == null ? null : crawl.hour();
    }

    /** Sets the day of publication once it is known. It tells the year of a dateline. */
    void published(@Nullable LocalDate day) {
        published = day;
    }

    /** Returns the possible readings of a date after all checks; empty when the date is impossible. */
    List<LocalDate> readings(Found date) {
        List<LocalDate> readings = date.written().ago() == null
                ? ownReadings(date).stream().filter(this::isPossible).toList()
                : ago(date.written().ago());
        if (readings.size() > 1) {
            readings = onlyOne(readings, ofOrderShown(date));
        }
        if (readings.size() > 1) {
            List<LocalDate> agreeing =
                    readings.stream().filter(day -> agrees(day, date)).toList();
            readings = onlyOne(readings, agreeing);
        }
        return readings;
    }

    /** Whether a day is at most one day later than the day when the page was fetched; true if that day is not known. */
    boolean isPossible(LocalDate day) {
        return crawled == null || !day.isAfter(crawled.plusDays(NEIGHBOUR));
    }

    /**
     * Returns the days at a distance before the page was fetched; empty where the fetch day is unknown, or the unit is longer
     * than a day.
     */
    private List<LocalDate> ago(Ago ago) {
        if (crawled == null || ago.unit().compareTo(ChronoUnit.DAYS) > 0) {
            return List.of();
        }
        if (hour != null) {
            return List.of(hour.minus(ago.unit().getDuration().multipliedBy(ago.amount()))
                    .toLocalDate());
        }
        long hours = ago.unit().getDuration().multipliedBy(ago.amount()).toHours();
        LocalDate latest = crawled.minusDays(hours / HOURS);
        return hours % HOURS == 0 ? List.of(latest) : List.of(latest, latest.minusDays(1));
    }

    private static List<LocalDate> onlyOne(List<LocalDate> readings, List<LocalDate> chosen) {
        List<LocalDate> common = readings.stream().filter(chosen::contains).toList();
        return common.size() == 1 ? common : readings;
    }

    /** Returns the readings of a date alone, with the settings of its rule. */
    private static List<LocalDate> ownReadings(Found date) {
        Order order = date.capture().dates().order();
        if (order != null) {
            LocalDate day = reading(date.written(), order);
            if (day != null) {
                return List.of(day);
            }
        }
        Set<LocalDate> days = new LinkedHashSet<>();
        for (Order each : new Order[] {Order.DMY, Order.MDY, Order.YMD}) {
            LocalDate day = reading(date.written(), each);
            if (day != null) {
                days.add(day);
            }
        }
        return List.copyOf(days);
    }

    /** Returns the day in this order; null when there is none, or the order does not fit the written date. */
    private static @Nullable LocalDate reading(WrittenDate written, Order order) {
        Integer year = written.year();
        Integer month = written.month();
        Integer day = written.day();
        List<Integer> open = written.open();
        if (year != null && month != null && day != null) {
            return DateForm.dayOrNull(year, month, day);
        }
        if (open.size() == 2 && year != null && order != Order.YMD) {
            int first = open.get(0);
            int second = open.get(1);
            return order == Order.DMY
                    ? DateForm.dayOrNull(year, second, first)
                    : DateForm.dayOrNull(year, first, second);
        }
        if (open.size() == 3) {
            int first = open.get(0);
            int second = open.get(1);
            int third = open.get(2);
            return switch (order) {
                case DMY -> DateForm.dayOrNull(WrittenDate.fullYear(third), second, first);
                case MDY -> DateForm.dayOrNull(WrittenDate.fullYear(third), first, second);
                case YMD -> DateForm.dayOrNull(WrittenDate.fullYear(first), second, third);
            };
        }
        return null;
    }

    /**
     * Returns the reading in the order that another date of the same form proves, because that date has only one reading; empty
     * if there is no such date.
     */
    private List<LocalDate> ofOrderShown(Found date) {
        Set<Order> shown = new LinkedHashSet<>();
        for (Found other : found) {
            if (!other.equals(date)
                    && form(other).equals(form(date))
                    && ownReadings(other).size() == 1) {
                LocalDate only = ownReadings(other).get(0);
                List<Order> orders = new ArrayList<>();
                for (Order order : Order.values()) {
                    if (only.equals(reading(other.written(), order))) {
                        orders.add(order);
                    }
                }
                if (orders.size() == 1) {
                    shown.addAll(orders);
                }
            }
        }
        if (shown.size() != 1) {
            return List.of();
        }
        LocalDate day = reading(date.written(), shown.iterator().next());
        return day == null ? List.of() : List.of(day);
    }

    /**
     * Returns the form of a date: the count of open numbers and the separators between them. Dates of one form on one page have
     * one order.
     */
    private static String form(Found date) {
        StringBuilder form = new StringBuilder().append(date.written().open().size());
        for (char c : date.capture().text().toCharArray()) {
            if ("./-".indexOf(c) >= 0) {
                form.append(c);
            }
        }
        return form.toString();
    }

    private boolean agrees(LocalDate day, Found date) {
        for (Found other : found) {
            if (other.equals(date)) {
                continue;
            }
            if (other.written().parts() == WrittenDate.Parts.MONTHDAY) {
                if (near(day, nearest(other.written(), day))) {
                    return true;
                }
            } else {
                List<LocalDate> days = ownReadings(other);
                if (days.size() == 1 && near(day, days.get(0))) {
                    return true;
                }
            }
        }
        LocalDate urlDay = url.day();
        return urlDay != null ? near(day, urlDay) : YearMonth.from(day).equals(url.month());
    }

    private static boolean near(LocalDate a, @Nullable LocalDate b) {
        return b != null && Math.abs(ChronoUnit.DAYS.between(a, b)) <= NEIGHBOUR;
    }

    /** Returns the month and day in the year that is nearest to {@code day}. */
    private static @Nullable LocalDate nearest(WrittenDate monthDay, LocalDate day) {
        LocalDate nearest = null;
        for (int year = day.getYear() - 1; year <= day.getYear() + 1; year++) {
            LocalDate each = inYear(monthDay, year);
            if (each != null
                    && (nearest == null
                            || Math.abs(ChronoUnit.DAYS.between(each, day))
                                    < Math.abs(ChronoUnit.DAYS.between(nearest, day)))) {
                nearest = each;
            }
        }
        return nearest;
    }

    /** Whether a date without a year falls on this day. */
    static boolean isMonthDay(WrittenDate written, LocalDate day) {
        return written.parts() == WrittenDate.Parts.MONTHDAY && day.equals(inYear(written, day.getYear()));
    }

    private static @Nullable LocalDate inYear(WrittenDate monthDay, int year) {
        Integer month = monthDay.month();
        Integer day = monthDay.day();
        return month == null || day == null ? null : DateForm.dayOrNull(year, month, day);
    }

    /** Returns a date without a year, with the year added where another date settles it; null when there is no such day. */
    @Nullable
    String monthDay(WrittenDate written) {
        LocalDate settled = fromPublication(written, published);
        if (settled == null) {
            settled = fromPublication(written, url.day());
        }
        YearMonth month = url.month();
        if (settled == null && month != null && month.getMonthValue() == orZero(written.month())) {
            settled = inYear(written, month.getYear());
        }
        if (settled == null && crawled != null && near(crawled, nearest(written, crawled))) {
            settled = nearest(written, crawled);
        }
        if (settled != null) {
            return settled.toString();
        }
        // Use a leap year, which has all possible days.
        LocalDate any = inYear(written, 2000);
        return any == null ? null : DateForm.monthDay(any.getMonthValue(), any.getDayOfMonth());
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static @Nullable LocalDate fromPublication(WrittenDate written, @Nullable LocalDate day) {
        LocalDate nearest = day == null ? null : nearest(written, day);
        if (nearest == null || day == null) {
            return null;
        }
        long age = ChronoUnit.DAYS.between(nearest, day);
        return age >= -NEIGHBOUR && age <= DATELINE_AGE ? nearest : null;
    }
}
