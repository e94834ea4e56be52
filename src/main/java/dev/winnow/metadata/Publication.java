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
 * Weighs the days of publication that a page of HTML gives in several places; what each place is worth stands in {@link DatePlace}.
 * Left out are the days of a place in lists that are several. Of the others the most trusted is the best, and gives way
 *
 * <ul>
 *   <li>when it stands alone, to a day on which at least two places agree, or else to one near the headline, unless that is the
 *       day of the last change;
 *   <li>when it is a time in UTC, to the neighbouring day that the page shows: that is the day where it was published.
 * </ul>
 *
 * <p>No day is taken when the best one is there for programs only, and the page was changed on a later one: then pages mean their
 * first publication about as often as the edition that they show.
 *
 * <p>What a site's own rules say is not weighed, and nothing of it concerns text without markup.
 */
final class Publication {

    /** As a place, whatever is to be seen on the page. */
    private static final String SHOWN = "";

    /** Zones put one day between dates that mean the same. */
    private static final int NEIGHBOUR = 1;

    /** The zones of the world reach from 12 hours behind UTC to 14 hours before it. */
    private static final int FIRST_HOUR_OF_NEXT_DAY = 24 - 14;

    private static final int LAST_HOUR_OF_DAY_BEFORE = 12;

    private Publication() {}

    /**
     * What came of it.
     *
     * @param found all dates in order of trust, the best of publication before the others; those that do not count are left out
     * @param contradiction what was given up, with the day of the last change as the other candidate; null when nothing was
     */
    record Weighed(List<Found> found, @Nullable UndecidedDate contradiction) {}

    /** A date and the day that it is. */
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

    /** @param found in order of precedence */
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
        // Sorting keeps the order of those that are trusted alike.
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

    /** Of elements that one selector or rule finds, and of microdata, several days are those of a list: none is known to be this page's. */
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

    /** What gives dates that should be one day. */
    private static List<Object> source(Dated date) {
        return List.of(
                date.evidence(),
                date.found().capture().provenance() instanceof Provenance.Selected selected ? selected.selector() : -1);
    }

    /** From the first day to the last. */
    private record Range(LocalDate first, LocalDate last) {

        Range and(Range other) {
            return new Range(
                    first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
        }
    }

    private static long apart(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }

    /** Those dates that are one day, if all of them are; else none. */
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

    /** The first of the dates, unless it stands alone and another is better supported. */
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
        // Near the headline a time with a zone, and the day in an address, may stand as the day that it is in another
        // zone.
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

    /** What the page shows is one place, by however many ways it was found. */
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

    /** The last change, where it contradicts a date that neither the page nor its address shows. */
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
