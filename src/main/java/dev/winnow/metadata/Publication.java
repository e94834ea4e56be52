package dev.winnow.metadata;

import dev.winnow.label.Capture;
import dev.winnow.label.Capture.Origin;
import dev.winnow.label.DateNearTitle;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the days of publication that a page of HTML states in several places. Left out are
 *
 * <ul>
 *   <li>the days of a rule, of one selector of a pack's metadata, or of microdata that are several: they are of teasers or comments;
 *   <li>a day that nobody calls that of the publication, when it is that of the last change and an earlier one is called so.
 * </ul>
 *
 * <p>Of the others, what the page calls its day of publication for programs goes before what stands near the headline, that
 * before a time or a program's data, and those before what looks like a date of publication. The first gives way
 *
 * <ul>
 *   <li>when it stands alone, to a day on which at least two places agree, or else to one near the headline;
 *   <li>when it is a time in UTC, to the neighbouring day that the page shows: that is the day where it was published.
 * </ul>
 *
 * <p>What a site's own rules say is not weighed, and nothing of it concerns text without markup.
 */
final class Publication {

    /** Places that do not say, or not for certain, that the day is that of the publication. */
    private static final Set<String> UNNAMED = Set.of("html/time", "html/script");

    /** Its elements stand in teasers and comments as well. */
    private static final String MICRODATA = "html/microdata";

    /** As a place, whatever is to be seen on the page. */
    private static final String SHOWN = "";

    /** Zones put one day between dates that mean the same. */
    private static final int NEIGHBOUR = 1;

    /** The zones of the world reach from 12 hours behind UTC to 14 hours before it. */
    private static final int FIRST_HOUR_OF_NEXT_DAY = 24 - 14;

    private static final int LAST_HOUR_OF_DAY_BEFORE = 12;

    private Publication() {}

    /** A date and the day that it is. */
    private record Dated(Found found, LocalDate day) {

        String evidence() {
            return found.capture().rule();
        }

        boolean isUtc() {
            return ZoneOffset.UTC.equals(found.written().offset());
        }
    }

    /**
     * All dates in order of trust, the best of publication before the others.
     *
     * @param found in order of precedence
     */
    static List<Found> weighed(List<Found> found, Settlement settlement) {
        List<Dated> all = days(Field.PUBLISHED, found, settlement);
        if (all.isEmpty() || all.get(0).found().capture().origin() == Origin.SITE) {
            return found;
        }
        List<Dated> named = all.stream().filter(Publication::isNamed).toList();
        List<Dated> changed = named.isEmpty() ? List.of() : days(Field.MODIFIED, found, settlement);
        Map<Place, Range> ranges = ranges(all);
        List<Dated> dates = new ArrayList<>(all);
        dates.removeIf(date -> isOfList(date, ranges) || isChange(date, named, changed));
        List<Found> weighed = new ArrayList<>(found);
        weighed.removeAll(all.stream().map(Dated::found).collect(Collectors.toSet()));
        if (dates.isEmpty()) {
            return weighed;
        }
        // Sorting keeps the order of those that are trusted alike.
        dates.sort(Comparator.comparing(Publication::trust));
        Dated best = dates.get(0);
        best = orElse(supported(best, dates), best);
        best = orElse(local(best, dates), best);
        dates.remove(best);
        dates.add(0, best);
        weighed.addAll(0, dates.stream().map(Dated::found).toList());
        return weighed;
    }

    /** The smaller the better. */
    private static int trust(Dated date) {
        if (isNamed(date)) {
            return 0;
        }
        if (isNearTitle(date)) {
            return 1;
        }
        return isForPrograms(date) ? 2 : 3;
    }

    private static boolean isForPrograms(Dated date) {
        return date.found().capture().origin() == Origin.HEAD;
    }

    /** Whether a date that nobody calls that of the publication is the day of the last change, and another is called that. */
    private static boolean isChange(Dated date, List<Dated> named, List<Dated> changed) {
        return !isNamed(date)
                && named.stream().noneMatch(other -> other.day().equals(date.day()))
                && named.stream()
                        .anyMatch(
                                other -> other.day().isBefore(date.day()) && apart(other.day(), date.day()) > NEIGHBOUR)
                && changed.stream().anyMatch(change -> apart(change.day(), date.day()) <= NEIGHBOUR);
    }

    private static boolean isNamed(Dated date) {
        return isForPrograms(date) && !UNNAMED.contains(date.evidence());
    }

    /**
     * Where dates come from that should be one day.
     *
     * @param selector of a pack's metadata, as a capture's line; 0 for all else
     */
    private record Place(String evidence, int selector) {

        static Place of(Dated date) {
            Capture capture = date.found().capture();
            boolean selected = capture.ofMarkup() && capture.origin() == Origin.COMMON;
            return new Place(date.evidence(), selected ? capture.line() : 0);
        }
    }

    /** From the first day to the last. */
    private record Range(LocalDate first, LocalDate last) {

        Range and(Range other) {
            return new Range(
                    first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
        }
    }

    private static Map<Place, Range> ranges(List<Dated> dates) {
        Map<Place, Range> ranges = new HashMap<>();
        dates.forEach(date -> ranges.merge(Place.of(date), new Range(date.day(), date.day()), Range::and));
        return ranges;
    }

    /** Whether its place holds several days, as in a list of articles: then none of them is known to be that of this one. */
    private static boolean isOfList(Dated date, Map<Place, Range> ranges) {
        boolean elements = date.evidence().equals(MICRODATA)
                || date.found().capture().origin() == Origin.COMMON && !DateNearTitle.isEvidence(date.evidence());
        Range range = ranges.get(Place.of(date));
        return elements
                && range != null
                && (apart(range.first(), date.day()) > NEIGHBOUR || apart(range.last(), date.day()) > NEIGHBOUR);
    }

    private static boolean isNearTitle(Dated date) {
        return date.evidence().equals(DateNearTitle.ID);
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
                    days.add(new Dated(date, readings.get(0)));
                }
            }
        }
        return days;
    }

    private static Dated orElse(@Nullable Dated better, Dated best) {
        return better == null ? best : better;
    }

    private static @Nullable Dated supported(Dated best, List<Dated> dates) {
        Map<LocalDate, Set<String>> places = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (Dated date : dates) {
            // Of one place only the first counts: the others may be of teasers.
            if (seen.add(date.evidence())) {
                places.computeIfAbsent(date.day(), day -> new HashSet<>()).add(place(date));
            }
        }
        Set<LocalDate> ofPage = new HashSet<>();
        dates.stream().filter(Publication::isOfPage).map(Dated::day).forEach(ofPage::add);
        if (places.getOrDefault(best.day(), Set.of()).size() > 1) {
            return null;
        }
        Dated agreed = firstOf(
                dates,
                date -> ofPage.contains(date.day())
                        && places.getOrDefault(date.day(), Set.of()).size() > 1);
        if (agreed != null) {
            return orElse(
                    firstOf(dates, date -> date.day().equals(agreed.day()) && isOfPage(date) && hasTime(date)), agreed);
        }
        if (isNearTitle(best)) {
            return null;
        }
        // Near the headline a time with a zone may stand as the day that it is in another zone.
        long alike = best.found().written().offset() == null ? 0 : NEIGHBOUR;
        return firstOf(dates, date -> isNearTitle(date) && apart(date.day(), best.day()) > alike);
    }

    /** What the page shows is one place, by however many ways it was found. */
    private static String place(Dated date) {
        return isForPrograms(date) ? date.evidence() : SHOWN;
    }

    private static @Nullable Dated local(Dated best, List<Dated> dates) {
        LocalTime time = best.found().written().time();
        if (!best.isUtc() || time == null) {
            return null;
        }
        if (dates.stream().anyMatch(date -> !date.isUtc() && date.day().equals(best.day()) && isOfPage(date))) {
            return null;
        }
        int hour = time.getHour();
        Predicate<Dated> shown = date -> !date.isUtc()
                && isOfPage(date)
                && (hour >= FIRST_HOUR_OF_NEXT_DAY
                                && date.day().equals(best.day().plusDays(1))
                        || hour < LAST_HOUR_OF_DAY_BEFORE
                                && date.day().equals(best.day().minusDays(1)));
        Dated timed = firstOf(dates, shown.and(Publication::hasTime));
        return timed != null ? timed : firstOf(dates, shown);
    }

    private static boolean hasTime(Dated date) {
        return date.found().written().time() != null;
    }

    /** Whether a date is one of this page for certain; class names are those of teasers too. */
    private static boolean isOfPage(Dated date) {
        return isForPrograms(date) || DateNearTitle.isEvidence(date.evidence());
    }

    private static @Nullable Dated firstOf(List<Dated> dates, Predicate<Dated> wanted) {
        return dates.stream().filter(wanted).findFirst().orElse(null);
    }
}
