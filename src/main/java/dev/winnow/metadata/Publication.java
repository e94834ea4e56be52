package dev.winnow.metadata;

import dev.winnow.document.UndecidedDate;
import dev.winnow.label.Provenance;
import dev.winnow.metadata.DateReader.Found;
import dev.winnow.rule.Field;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the days of publication that a page of HTML gives in several places. {@link DatePlace} says how far each place is
 * trusted. Several different days of a place that occurs in lists are left out. Of the others the most trusted one is the best,
 * with two exceptions:
 *
 * <ul>
 *   <li>If no other place agrees with it, a day on which at least two places agree replaces it. If there is no such day, a day
 *       near the headline does, unless it is the day of the last change.
 *   <li>If it is a time in UTC, the neighbouring day that the page shows replaces it: that is the day where it was published.
 * </ul>
 *
 * <p>No day is taken when the best one is only machine-readable and the page was changed on a later day. Such pages mean their
 * first publication about as often as the edition that they show.
 *
 * <p>Values of a site's own rules are not weighed. Text without markup is not affected.
 */
final class Publication {

    /** The common name of all places that readers see on the page. */
    private static final String SHOWN = "";

    /** Maximum distance in days of two dates that mean the same, because of time zones. */
    private static final int NEIGHBOUR = 1;

    /**
     * UTC times from this hour on may be the next day elsewhere: time zones reach from 12 hours behind UTC to 14 hours ahead of
     * it.
     */
    private static final int FIRST_HOUR_OF_NEXT_DAY = 24 - 14;

    private static final int LAST_HOUR_OF_DAY_BEFORE = 12;

    private Publication() {}

    /**
     * The result of weighing.
     *
     * @param found all dates that count, sorted by trust; the best day of publication comes first
     * @param contradiction the rejected best day, with the day of the last change as the other candidate; null when none was
     *     rejected
     */
    record Weighed(List<Found> found, @Nullable UndecidedDate contradiction) {}

    /** A date with its only reading as a day. */
    private record Dated(Found found, LocalDate day, DatePlace place) {

        String evidence() {
            return found.capture().rule();
        }

        boolean isUtc() {
            return ZoneOffset.UTC.equals(found.written().offset());
        }

        boolean isNear(LocalDate other) {
            return apart(day, other) <= NEIGHBOUR;
        }
    }

    /**
     * Weighs the dates.
     *
     * @param found sorted by precedence
     */
    static Weighed weighed(List<Found> found, Settlement settlement) {
        List<Dated> all = days(Field.PUBLISHED, found, settlement);
        if (all.isEmpty() || all.get(0).found().capture().rank() == Provenance.Rank.SITE) {
            return new Weighed(found, null);
        }
        List<Found> weighed = new ArrayList<>(found);
        weighed.removeAll(all.stream().map(Dated::found).collect(Collectors.toSet()));
        List<Dated> dates = withoutLists(all);
        if (dates.isEmpty()) {
            return new Weighed(weighed, null);
        }
        // The sort is stable: dates of equal trust keep their order.
        dates.sort(Comparator.comparing(date -> date.place().trust()));
        List<Dated> changes = days(Field.MODIFIED, found, settlement);
        Dated best = local(supported(dates, changes), dates);
        Dated later = laterChange(best, dates, changes);
        if (later != null) {
            return new Weighed(weighed, contradiction(best, later));
        }
        dates.remove(best);
        dates.add(0, best);
        weighed.addAll(0, dates.stream().map(Dated::found).toList());
        return new Weighed(weighed, null);
    }

    /**
     * Removes the days of lists. If the elements of one selector or rule, or the microdata, give different days, they are those
     * of a list, and none is known to be this page's.
     */
    private static List<Dated> withoutLists(List<Dated> all) {
        Map<List<Object>, Range> ranges = new HashMap<>();
        for (Dated date : all) {
            ranges.merge(source(date), new Range(date.day(), date.day()), Range::and);
        }
        List<Dated> dates = new ArrayList<>(all);
        dates.removeIf(date -> {
            Range range = ranges.getOrDefault(source(date), new Range(date.day(), date.day()));
            return date.place().isInLists() && !(date.isNear(range.first()) && date.isNear(range.last()));
        });
        return dates;
    }

    /** Returns the source of a date; all dates of one source should be the same day. */
    private static List<Object> source(Dated date) {
        return List.of(
                date.evidence(),
                date.found().capture().provenance() instanceof Provenance.Selected selected ? selected.selector() : -1);
    }

    /** The range from the first day to the last. */
    private record Range(LocalDate first, LocalDate last) {

        Range and(Range other) {
            return new Range(
                    first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
        }
    }

    private static long apart(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }

    /** Returns the dates if all of them are the same day; else none. */
    static List<Found> unanimous(List<Found> found, Settlement settlement) {
        List<Dated> dates = days(Field.PUBLISHED, found, settlement);
        return dates.stream().map(Dated::day).distinct().count() == 1
                ? dates.stream().map(Dated::found).toList()
                : List.of();
    }

    private static List<Dated> days(Field field, List<Found> found, Settlement settlement) {
        List<Dated> days = new ArrayList<>();
        for (Found date : found) {
            if (date.capture().field() == field) {
                List<LocalDate> readings = settlement.readings(date);
                if (readings.size() == 1) {
                    days.add(new Dated(date, readings.get(0), DatePlace.of(date.capture())));
                }
            }
        }
        return days;
    }

    /** Returns the first of the dates, unless no other place agrees with it and another date is better supported. */
    private static Dated supported(List<Dated> dates, List<Dated> changes) {
        Map<LocalDate, Set<String>> places = new HashMap<>();
        Set<LocalDate> ofPage = new HashSet<>();
        for (Dated date : dates) {
            places.computeIfAbsent(date.day(), day -> new HashSet<>()).add(place(date));
            if (date.place().isOfPage()) {
                ofPage.add(date.day());
            }
        }
        Predicate<Dated> agreed =
                date -> places.getOrDefault(date.day(), Set.of()).size() > 1;
        Dated best = dates.get(0);
        if (agreed.test(best)) {
            return best;
        }
        // A time with a zone, and the day in a URL, may differ by one day from the day near the headline, which may be
        // that of another zone.
        boolean exact = best.found().written().offset() == null && best.place() != DatePlace.ADDRESS;
        long alike = exact ? 0 : NEIGHBOUR;
        return firstOf(dates, agreed.and(date -> ofPage.contains(date.day())))
                .or(() -> firstOf(
                        dates,
                        date -> best.place() != DatePlace.HEADLINE
                                && date.place() == DatePlace.HEADLINE
                                && apart(date.day(), best.day()) > alike
                                && changes.stream()
                                        .noneMatch(change -> change.isNear(date.day()) && !change.isNear(best.day()))))
                .orElse(best);
    }

    /** Returns the place of a date. All that the page shows is one place, however it was found. */
    private static String place(Dated date) {
        return date.place().isShown() ? SHOWN : date.evidence();
    }

    private static Dated local(Dated best, List<Dated> dates) {
        LocalTime time = best.found().written().time();
        Predicate<Dated> elsewhere = date -> !date.isUtc() && date.place().isOfPage();
        if (!best.isUtc()
                || time == null
                || firstOf(dates, elsewhere.and(date -> date.day().equals(best.day())))
                        .isPresent()) {
            return best;
        }
        boolean maybeNext = time.getHour() >= FIRST_HOUR_OF_NEXT_DAY;
        boolean maybeBefore = time.getHour() < LAST_HOUR_OF_DAY_BEFORE;
        return firstOf(
                        dates,
                        elsewhere.and(date -> maybeNext
                                        && date.day().equals(best.day().plusDays(1))
                                || maybeBefore && date.day().equals(best.day().minusDays(1))))
                .orElse(best);
    }

    /** Returns the last change if it contradicts a date that neither the page nor its URL shows; else null. */
    private static @Nullable Dated laterChange(Dated best, List<Dated> dates, List<Dated> changes) {
        if (dates.stream().anyMatch(date -> isPublic(date) && date.isNear(best.day()))) {
            return null;
        }
        return firstOf(changes, change -> change.day().isAfter(best.day()) && !change.isNear(best.day()))
                .orElse(null);
    }

    private static boolean isPublic(Dated date) {
        return date.place().isShown() || date.place() == DatePlace.ADDRESS;
    }

    private static UndecidedDate contradiction(Dated best, Dated later) {
        return new UndecidedDate(
                Field.PUBLISHED.key(),
                best.found().capture().text().strip(),
                List.of(best.found().iso(best.day()), later.found().iso(later.day())));
    }

    private static Optional<Dated> firstOf(List<Dated> dates, Predicate<Dated> wanted) {
        return dates.stream().filter(wanted).findFirst();
    }
}
