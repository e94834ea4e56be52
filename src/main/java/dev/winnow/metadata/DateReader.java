package dev.winnow.metadata;

import dev.winnow.document.Crawl;
import dev.winnow.document.UndecidedDate;
import dev.winnow.label.Capture;
import dev.winnow.label.Provenance;
import dev.winnow.metadata.Addresses.UrlDate;
import dev.winnow.metadata.Publication.Weighed;
import dev.winnow.rule.DateSettings;
import dev.winnow.rule.Field;
import dev.winnow.rule.slot.DateLabels;
import dev.winnow.rule.slot.DateLabels.Meaning;
import dev.winnow.rule.slot.DateParser;
import dev.winnow.rule.slot.Eras;
import dev.winnow.rule.slot.Lexicon;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.WrittenDate;
import dev.winnow.rule.slot.WrittenDate.Ago;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates from captures, and never guesses. A text may leave open the order of day and month, or the year of a dateline. Then
 * the rule's settings decide, or another date that leaves only one reading; else the date stays undecided.
 */
final class DateReader {

    /** Earliest year of a date in markup: there was no web before. Attributes with an earlier date hold a default. */
    private static final int EARLIEST_YEAR = 1990;

    /** Earliest year of a date in text: there were no newspapers before. */
    private static final int EARLIEST_PRINTED_YEAR = 1600;

    /** Latest year. Later years belong to another calendar, or are a mistake. */
    private static final int LATEST_YEAR = 2050;

    /** Separators between the numbers of dates. */
    private static final String SIGNS = "./-";

    private final DateParser parser;
    private final DateLabels labels;
    /** For each language whose countries all write dates alike: the order of the numbers, and the separators between them. */
    private final Map<String, List<String>> orders;
    /** The eras in which pages of a language count years, apart from the common era. */
    private final Map<String, List<String>> calendars;

    DateReader(Lexicons lexicons) {
        parser = new DateParser(lexicons);
        labels = new DateLabels(lexicons);
        orders = lexicons.get("date-orders").map(Lexicon::words).orElse(Map.of());
        calendars = lexicons.get("calendars").map(Lexicon::words).orElse(Map.of());
    }

    /** The dates of an article, in ISO 8601 as in {@link dev.winnow.document.Metadata}. */
    record Dates(
            @Nullable String published,
            @Nullable String modified,
            @Nullable String dateline,
            Map<Field, String> evidence,
            List<UndecidedDate> undecided) {}

    /**
     * Reads captures, which are sorted by precedence.
     *
     * @param languages of the document: first that of its text, which decides the order of numbers, then the declared one
     */
    Dates read(List<Capture> captures, @Nullable Crawl crawl, UrlDate url, List<String> languages) {
        List<Capture> scattered = new ArrayList<>();
        List<Capture> placed = new ArrayList<>();
        for (Capture capture : captures) {
            (capture.provenance() instanceof Provenance.OnPage ? scattered : placed).add(capture);
        }
        List<Found> found = found(placed, languages);
        Settlement settlement = new Settlement(found, url, crawl);
        Map<Field, String> evidence = new EnumMap<>(Field.class);
        List<UndecidedDate> undecided = new ArrayList<>();
        String published = published(found, () -> scattered(scattered, languages), settlement, evidence, undecided);
        if (published != null) {
            settlement.published(DateForm.day(published));
        }
        String modified = first(Field.MODIFIED, found, settlement, evidence, undecided);
        String dateline = first(Field.DATELINE_DATE, found, settlement, evidence, undecided);
        return new Dates(published, modified, dateline, evidence, undecided);
    }

    /** Returns the dates that a label calls day of publication, or all dates if there are none. */
    private List<Found> scattered(List<Capture> captures, List<String> languages) {
        List<Found> labelled = new ArrayList<>();
        List<Found> others = new ArrayList<>();
        for (Capture capture : captures) {
            Meaning[] said = {Meaning.UNKNOWN};
            WrittenDate written = parser.find(capture.text(), false, words -> {
                        said[0] = labels.of(words);
                        return said[0] != Meaning.OTHER;
                    })
                    .map(date -> plausible(date, languages, EARLIEST_YEAR))
                    .orElse(null);
            if (written != null && said[0] == Meaning.PUBLICATION) {
                labelled.add(new Found(inOrder(capture, languages), written));
            } else if (written != null && !(capture.provenance() instanceof Provenance.OnPage line && line.ofSite())) {
                others.add(new Found(inOrder(capture, languages), written));
            }
        }
        return labelled.isEmpty() ? others : labelled;
    }

    /** Returns the captured dates. A time from the same match is added to its date. */
    private List<Found> found(List<Capture> captures, List<String> languages) {
        List<Found> all = new ArrayList<>();
        Map<List<Object>, Capture> times = new LinkedHashMap<>();
        Set<Integer> behindTimeAgo = new HashSet<>();
        boolean ago = false;
        for (Capture capture : captures) {
            if (ago && capture.provenance() instanceof Provenance.NearTitle line) {
                behindTimeAgo.add(line.at());
                continue;
            }
            boolean ofDate = capture.field() == Field.PUBLISHED
                    || capture.field() == Field.MODIFIED
                    || capture.field() == Field.DATELINE_DATE;
            WrittenDate written = ofDate ? read(capture, languages) : null;
            ago |= isTimeAgoNearTitle(capture, written);
            if (written == null) {
                continue;
            }
            if (written.parts() == WrittenDate.Parts.TIME) {
                times.putIfAbsent(key(capture), capture);
            } else {
                all.add(new Found(inOrder(capture, languages), written));
            }
        }
        all.removeIf(date -> date.capture().provenance() instanceof Provenance.Match match
                && match.rank() == Provenance.Rank.COMMON
                && behindTimeAgo.contains(match.at()));
        all.replaceAll(date -> {
            Capture time = date.written().time() == null ? times.get(key(date.capture())) : null;
            return time == null ? date : date.at(parser.parse(time.text()).orElseThrow());
        });
        return all;
    }

    /**
     * Whether a line near the headline says how long ago the article appeared, in days or smaller units. Captures behind it are
     * farther from the headline, so their dates are not the article's, even if its day cannot be computed.
     */
    private boolean isTimeAgoNearTitle(Capture capture, @Nullable WrittenDate read) {
        if (!(capture.provenance() instanceof Provenance.NearTitle)) {
            return false;
        }
        WrittenDate written = read != null
                ? read
                : parser.find(capture.text(), true, words -> labels.of(words) != Meaning.OTHER)
                        .orElse(null);
        Ago ago = written == null ? null : written.ago();
        return ago != null && ago.amount() > 0 && ago.unit().compareTo(ChronoUnit.DAYS) <= 0;
    }

    /** Reads the date of a capture. In an element, an attribute or a line of several parts it may stand among other words. */
    private @Nullable WrittenDate read(Capture capture, List<String> languages) {
        WrittenDate written = parser.parse(capture.text()).orElse(null);
        boolean whole = written != null
                && (!capture.ofMarkup()
                        || written.parts() == WrittenDate.Parts.DATE
                        || written.parts() == WrittenDate.Parts.DATETIME);
        WrittenDate found = whole ? written : find(capture);
        return found == null
                ? null
                : plausible(found, languages, capture.ofMarkup() ? EARLIEST_YEAR : EARLIEST_PRINTED_YEAR);
    }

    /**
     * Returns the date if its year is plausible, in the common era or in an era of one of the languages; else null. Some systems
     * write early years where they have no date.
     *
     * @param earliest year of the common era
     */
    private @Nullable WrittenDate plausible(WrittenDate written, List<String> languages, int earliest) {
        Integer year = written.year();
        if (written.only() != null && !languages.contains(written.only())) {
            return null;
        }
        if (year == null || earliest <= year && year <= LATEST_YEAR) {
            return written;
        }
        for (String language : languages) {
            for (String era : calendars.getOrDefault(language, List.of())) {
                WrittenDate common = ofEra(era, year, written);
                Integer commonYear = common == null ? null : common.year();
                if (commonYear != null && earliest <= commonYear && commonYear <= LATEST_YEAR) {
                    return common;
                }
            }
        }
        return null;
    }

    private static @Nullable WrittenDate ofEra(String era, int year, WrittenDate written) {
        Integer month = written.month();
        Integer day = written.day();
        if (month == null || day == null) {
            return Eras.hasCommonMonths(era) ? written.on(Eras.commonYear(era, year), month, day) : null;
        }
        LocalDate common = Eras.day(era, year, month, day);
        return common == null ? null : written.on(common.getYear(), common.getMonthValue(), common.getDayOfMonth());
    }

    private @Nullable WrittenDate find(Capture capture) {
        return parser.find(
                        capture.text(),
                        !capture.ofMarkup(),
                        words -> capture.field() != Field.PUBLISHED || labels.of(words) != Meaning.OTHER)
                .orElse(null);
    }

    /**
     * Adds the language's order of numbers to a date that was found by its markup. In running text a date may be part of a
     * quotation, so it stays undecided.
     */
    private Capture inOrder(Capture capture, List<String> languages) {
        List<String> order = languages.isEmpty() ? List.of() : orders.getOrDefault(languages.get(0), List.of());
        if (!capture.ofMarkup()
                || capture.dates().order() != null
                || order.isEmpty()
                || order.size() > 1 && !isParted(capture.text(), order.get(1))) {
            return capture;
        }
        DateSettings dates = new DateSettings(
                DateSettings.Order.valueOf(order.get(0).toUpperCase(Locale.ROOT)),
                capture.dates().zone());
        return capture.with(dates);
    }

    /**
     * Whether only these separators stand between numbers. Other separators belong to another language, whose order is not known.
     */
    private static boolean isParted(String text, String signs) {
        for (int i = 1; i < text.length() - 1; i++) {
            if (SIGNS.indexOf(text.charAt(i)) >= 0
                    && Character.isDigit(text.charAt(i - 1))
                    && Character.isDigit(text.charAt(i + 1))
                    && signs.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns a key that is equal for values of one match and field. */
    private static List<Object> key(Capture capture) {
        Object match = capture.provenance() instanceof Provenance.Match found ? found.number() : capture;
        return List.of(match, capture.field());
    }

    /** @param scattered dates from the whole page; read only if no better source gives the day */
    private static @Nullable String published(
            List<Found> found,
            Supplier<List<Found>> scattered,
            Settlement settlement,
            Map<Field, String> evidence,
            List<UndecidedDate> undecided) {
        Weighed weighed = Publication.weighed(found, settlement);
        String published = first(Field.PUBLISHED, weighed.found(), settlement, evidence, undecided);
        if (published == null) {
            List<Found> all = new ArrayList<>(found);
            all.addAll(Publication.unanimous(scattered.get(), settlement));
            weighed = Publication.weighed(all, settlement);
            published = first(Field.PUBLISHED, weighed.found(), settlement, evidence, undecided);
        }
        if (weighed.contradiction() != null) {
            undecided.add(weighed.contradiction());
        }
        return published;
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
            if (date.written().parts() == WrittenDate.Parts.MONTHDAY) {
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

    /**
     * Returns a date with a time, of the same day and rank, in place of a date without a time; the date itself if there is none.
     */
    private static Found withTime(Found date, LocalDate day, List<Found> found, Settlement settlement) {
        if (date.written().time() != null) {
            return date;
        }
        for (Found other : found) {
            if (other.written().time() != null
                    && other.capture().field() == date.capture().field()
                    && (other.capture().rank() == date.capture().rank()
                            || DatePlace.of(date.capture()) == DatePlace.ADDRESS)
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

    /** A capture and the date in it. */
    record Found(Capture capture, WrittenDate written) {

        Found at(WrittenDate time) {
            return new Found(capture, written.at(time));
        }

        /** Returns the date with the time as written, and the zone from the text, or else from the rule's settings. */
        String iso(LocalDate date) {
            LocalTime time = written.time();
            if (time == null) {
                return date.toString();
            }
            // If the text names a zone that is not known, the zone of the settings does not apply.
            ZoneId zone = written.zone() == null ? capture.dates().zone() : written.offset();
            return DateForm.iso(
                    date, time, zone == null ? null : zone.getRules().getOffset(date.atTime(time)));
        }
    }
}
