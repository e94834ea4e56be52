package dev.winnow.metadata;

import dev.winnow.document.UndecidedDate;
import dev.winnow.label.Capture;
import dev.winnow.metadata.Addresses.UrlDate;
import dev.winnow.rule.Field;
import dev.winnow.rule.slot.DateParser;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.WrittenDate;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Dates from captures, never guessed. What a text leaves open, the order of day and month or the year of a dateline, is taken
 * from the rule's settings, or from another date that leaves one reading only; else it stays open.
 */
final class DateReader {

    private final DateParser parser;

    DateReader(Lexicons lexicons) {
        parser = new DateParser(lexicons);
    }

    /** What was found, in ISO 8601 as {@link dev.winnow.document.Metadata} has it. */
    record Dates(
            @Nullable String published,
            @Nullable String modified,
            @Nullable String dateline,
            Map<Field, String> evidence,
            List<UndecidedDate> undecided) {}

    /** Reads captures that stand in order of precedence. */
    Dates read(List<Capture> captures, @Nullable LocalDate crawled, UrlDate url) {
        List<Found> found = found(captures);
        Settlement settlement = new Settlement(found, url, crawled);
        Map<Field, String> evidence = new EnumMap<>(Field.class);
        List<UndecidedDate> undecided = new ArrayList<>();
        String published = first(Field.PUBLISHED, found, settlement, evidence, undecided);
        if (published != null) {
            settlement.published(DateForm.day(published));
        }
        String modified = first(Field.MODIFIED, found, settlement, evidence, undecided);
        String dateline = first(Field.DATELINE_DATE, found, settlement, evidence, undecided);
        return new Dates(published, modified, dateline, evidence, undecided);
    }

    /** The captured dates; a time that stands beside a date of its match is added to it. */
    private List<Found> found(List<Capture> captures) {
        List<Found> all = new ArrayList<>();
        Map<Integer, Capture> times = new LinkedHashMap<>();
        for (Capture capture : captures) {
            boolean ofDate = capture.field() == Field.PUBLISHED
                    || capture.field() == Field.MODIFIED
                    || capture.field() == Field.DATELINE_DATE;
            WrittenDate written = ofDate ? parser.parse(capture.text()).orElse(null) : null;
            if (written == null) {
                continue;
            }
            if (written.kind() == WrittenDate.Kind.TIME) {
                times.putIfAbsent(key(capture), capture);
            } else {
                all.add(new Found(capture, written));
            }
        }
        all.replaceAll(date -> {
            Capture time = date.written().time() == null ? times.get(key(date.capture())) : null;
            return time == null ? date : date.at(parser.parse(time.text()).orElseThrow());
        });
        return all;
    }

    private static int key(Capture capture) {
        return capture.match() * Field.values().length + capture.field().ordinal();
    }

    private static @Nullable String first(
            Field field,
            List<Found> found,
            Settlement settlement,
            Map<Field, String> evidence,
            List<UndecidedDate> undecided) {
        for (Found date : found) {
            if (date.capture().field() != field) {
                continue;
            }
            if (date.written().kind() == WrittenDate.Kind.MONTHDAY) {
                String value = settlement.monthDay(date.written());
                LocalDate day = value == null ? null : DateForm.day(value);
                if (value != null) {
                    evidence.put(field, date.capture().rule());
                    return day == null ? value : date.iso(day);
                }
                continue;
            }
            List<LocalDate> readings = settlement.readings(date);
            if (readings.size() == 1) {
                Found exact = withTime(date, readings.get(0), found, settlement);
                evidence.put(field, exact.capture().rule());
                return exact.iso(readings.get(0));
            }
            addOpen(date, readings, undecided);
        }
        return null;
    }

    /** A date without a time gives way to one of the same day and standing that has it. */
    private static Found withTime(Found date, LocalDate day, List<Found> found, Settlement settlement) {
        if (date.written().time() != null) {
            return date;
        }
        for (Found other : found) {
            if (other.written().time() != null
                    && other.capture().field() == date.capture().field()
                    && other.capture().ofSite() == date.capture().ofSite()
                    && (Settlement.isMonthDay(other.written(), day)
                            || settlement.readings(other).equals(List.of(day)))) {
                return other;
            }
        }
        return date;
    }

    private static void addOpen(Found date, List<LocalDate> readings, List<UndecidedDate> undecided) {
        UndecidedDate open = new UndecidedDate(
                date.capture().field().key(),
                date.capture().text().strip(),
                readings.stream().map(date::iso).toList());
        if (!readings.isEmpty() && !undecided.contains(open)) {
            undecided.add(open);
        }
    }

    /** A capture and what it says. */
    record Found(Capture capture, WrittenDate written) {

        Found at(WrittenDate time) {
            return new Found(
                    capture,
                    new WrittenDate(
                            written.kind() == WrittenDate.Kind.MONTHDAY
                                    ? WrittenDate.Kind.MONTHDAY
                                    : WrittenDate.Kind.DATETIME,
                            written.year(),
                            written.month(),
                            written.day(),
                            written.open(),
                            time.time(),
                            time.offset(),
                            time.zone()));
        }

        /** The date with the time as written, and the zone from the text, or else from the rule's settings. */
        String iso(LocalDate date) {
            LocalTime time = written.time();
            if (time == null) {
                return date.toString();
            }
            // A zone the text names but does not tell is not the zone of the settings.
            return DateForm.iso(
                    date, time, written.zone() == null ? capture.dates().zone() : written.offset());
        }
    }
}
