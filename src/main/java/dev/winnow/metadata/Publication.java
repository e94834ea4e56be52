package dev.winnow.metadata;

import dev.winnow.label.Capture;
import dev.winnow.label.Capture.Origin;
import dev.winnow.label.DateNearTitle;
import dev.winnow.metadata.DateReader.Found;
import dev.winnow.rule.Field;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the days of publication that a page of HTML states in several places. The first in precedence gives way
 *
 * <ul>
 *   <li>to another when it is the day that the page calls that of its last change, and no program's data called it anything else;
 *   <li>to a day on which at least two places agree, when it stands alone;
 *   <li>when it is a time in UTC, to the neighbouring day that the page shows: that is the day where it was published.
 * </ul>
 *
 * <p>What a site's own rules say is not weighed, and nothing of it concerns text without markup.
 */
final class Publication {

    /** Says nothing of whether the day is that of the first publication. */
    private static final String UNNAMED = "html/time";

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

    /** All dates in order of precedence, the best of publication moved before the others. */
    static List<Found> weighed(List<Found> found, Settlement settlement) {
        List<Dated> dates = days(Field.PUBLISHED, found, settlement);
        if (dates.isEmpty() || !isWeighed(dates.get(0).found().capture())) {
            return found;
        }
        Dated best = dates.get(0);
        best = orElse(unchanged(best, dates, days(Field.MODIFIED, found, settlement)), best);
        best = orElse(supported(best, dates), best);
        best = orElse(local(best, dates), best);
        if (best.equals(dates.get(0))) {
            return found;
        }
        List<Found> weighed = new ArrayList<>(found);
        weighed.remove(best.found());
        weighed.add(0, best.found());
        return weighed;
    }

    /** Those dates that are one day, if all of them are; else none. */
    static List<Found> unanimous(List<Found> found, Settlement settlement) {
        List<Dated> dates = days(Field.PUBLISHED, found, settlement);
        return dates.stream().map(Dated::day).distinct().count() == 1
                ? dates.stream().map(Dated::found).toList()
                : List.of();
    }

    private static boolean isWeighed(Capture capture) {
        return capture.ofMarkup() && capture.origin() != Origin.SITE;
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

    private static @Nullable Dated unchanged(Dated best, List<Dated> dates, List<Dated> changed) {
        boolean isChange = best.evidence().equals(UNNAMED)
                && changed.stream().anyMatch(change -> change.day().equals(best.day()));
        return isChange ? firstOf(dates, date -> date.day().isBefore(best.day())) : null;
    }

    private static @Nullable Dated supported(Dated best, List<Dated> dates) {
        Map<LocalDate, Set<String>> places = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (Dated date : dates) {
            // Of one place only the first counts: the others may be of teasers.
            if (seen.add(date.evidence())) {
                places.computeIfAbsent(date.day(), day -> new HashSet<>()).add(date.evidence());
            }
        }
        Set<LocalDate> ofPage = new HashSet<>();
        dates.stream().filter(Publication::isOfPage).map(Dated::day).forEach(ofPage::add);
        Set<String> own = places.getOrDefault(best.day(), Set.of());
        return own.size() > 1
                ? null
                : firstOf(
                        dates,
                        date -> ofPage.contains(date.day())
                                && places.getOrDefault(date.day(), Set.of()).size() > 1);
    }

    private static @Nullable Dated local(Dated best, List<Dated> dates) {
        if (!best.isUtc() || best.found().written().time() == null) {
            return null;
        }
        if (dates.stream().anyMatch(date -> !date.isUtc() && date.day().equals(best.day()) && isOfPage(date))) {
            return null;
        }
        int hour = best.found().written().time().getHour();
        return firstOf(
                dates,
                date -> !date.isUtc()
                        && isOfPage(date)
                        && (hour >= FIRST_HOUR_OF_NEXT_DAY
                                        && date.day().equals(best.day().plusDays(1))
                                || hour < LAST_HOUR_OF_DAY_BEFORE
                                        && date.day().equals(best.day().minusDays(1))));
    }

    /** Whether a date is one of this page for certain; class names are those of teasers too. */
    private static boolean isOfPage(Dated date) {
        return date.found().capture().origin() == Origin.HEAD || DateNearTitle.isEvidence(date.evidence());
    }

    private static @Nullable Dated firstOf(List<Dated> dates, Predicate<Dated> wanted) {
        return dates.stream().filter(wanted).findFirst().orElse(null);
    }
}
