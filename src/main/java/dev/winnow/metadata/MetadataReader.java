package dev.winnow.metadata;

import dev.winnow.document.HeadValue;
import dev.winnow.document.Label;
import dev.winnow.document.Metadata;
import dev.winnow.document.SourceDocument;
import dev.winnow.label.Capture;
import dev.winnow.label.Capture.Origin;
import dev.winnow.label.Findings;
import dev.winnow.rule.DateSettings;
import dev.winnow.rule.Field;
import dev.winnow.rule.slot.Lexicons;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article's metadata from what labelling captured. Immutable and thread-safe.
 *
 * <p>Of several values for one field those of the site's rules go before what the page says of itself for programs, and that
 * before those of common rules; then earlier ones before later ones. What cannot be read gives way to the next; nothing is guessed.
 * Days of publication are weighed besides, see {@link Publication}.
 */
public final class MetadataReader {

    /** Evidence of values that came with the input record. */
    private static final String INPUT = "input";

    private static final String URL_DATE = "html/url";

    /** The page says that this is the name of no person. */
    private static final String ORGANIZATION = "organization";

    /** A day's reading; a larger number is none of minutes. */
    private static final int MOST_MINUTES = 24 * 60;

    private static final int ISO_DAY = "2017-04-13".length();

    private final DateReader dates;
    private final PersonNames persons;
    private final PlaceNames places;
    private final Pictures pictures;
    private final Addresses addresses;

    /** Takes words (staff names, particles, credit marks, months) from these lexicons; what is missing is not known. */
    public MetadataReader(Lexicons lexicons) {
        dates = new DateReader(lexicons);
        persons = new PersonNames(lexicons);
        places = new PlaceNames(lexicons);
        pictures = new Pictures(lexicons);
        addresses = new Addresses(lexicons);
    }

    /** What the document's captures say, each value with the rule that found it. */
    public Metadata read(Findings findings) {
        String given = findings.source().url();
        String canonical = findings.head().stream()
                .filter(value -> value.field().equals(Field.URL.key()))
                .findFirst()
                .map(HeadValue::text)
                .orElse(null);
        Reading reading = new Reading(
                findings, addresses.dateIn(given != null ? given : canonical).day());
        String url = given != null ? given : reading.first(Field.URL, TextValues::plain);
        String domain = addresses.registrableDomain(url);
        String siteName =
                findings.siteName() != null ? findings.siteName() : reading.first(Field.SITE_NAME, TextValues::plain);
        String site = findings.site() != null ? findings.site() : domain;
        List<String> siteNames = new ArrayList<>();
        reading.allOf(Field.SITE_NAME).forEach(capture -> siteNames.add(capture.text()));
        findings.head().stream()
                .filter(value -> value.field().equals(ORGANIZATION))
                .forEach(value -> siteNames.add(value.text()));
        addIfKnown(siteNames, siteName);
        addIfKnown(siteNames, site);
        addIfKnown(siteNames, domain);

        String title = reading.title(siteNames);
        String description = reading.first(Field.DESCRIPTION, TextValues::plain);
        List<String> authors = reading.list(Field.AUTHORS, capture -> persons.read(capture.text(), siteNames));
        authors = authors.isEmpty() ? reading.authorsOfInput() : authors;
        String language = findings.language() != null ? findings.language() : reading.language();
        DateReader.Dates found = dates.read(
                reading.captures, findings.source().crawled(), addresses.dateIn(url), reading.languages(language));
        found.evidence().forEach(reading.evidence::putIfAbsent);
        String published = found.published() != null ? found.published() : reading.publishedOfInput();
        String section = reading.first(Field.SECTION, TextValues::section);
        List<String> tags = reading.list(Field.TAGS, capture -> TextValues.tags(capture.text()));
        String place = reading.first(Field.PLACE, places::read);
        String agency = reading.first(Field.AGENCY, TextValues::agency);
        Pictures.Found images = pictures.read(findings.captures());
        images.evidence().forEach(reading.evidence::putIfAbsent);
        String minutes = reading.first(Field.READING_MINUTES, MetadataReader::minutes);
        return new Metadata(
                title,
                description,
                authors,
                published,
                found.modified(),
                section,
                tags,
                language,
                site,
                siteName,
                url,
                place,
                found.dateline(),
                agency,
                images.images(),
                images.credits(),
                minutes == null ? null : Integer.valueOf(minutes),
                reading.evidenceByName(),
                found.undecided());
    }

    private static void addIfKnown(List<String> names, @Nullable String name) {
        if (name != null) {
            names.add(name);
        }
    }

    private static @Nullable String minutes(String text) {
        int value = 0;
        for (int i = 0; i < text.length() && value <= MOST_MINUTES; i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit < 0) {
                return null;
            }
            value = value * 10 + digit;
        }
        return value > 0 && value <= MOST_MINUTES ? Integer.toString(value) : null;
    }

    /** The captures of one document in order of precedence, and the evidence so far. */
    private static final class Reading {
        private final List<Capture> captures;
        private final Map<String, Object> extra;
        private final Map<Field, List<Capture>> byField = new EnumMap<>(Field.class);
        private final Map<Field, String> evidence = new EnumMap<>(Field.class);

        /** @param urlDay the day that the page's address names; null when it names none */
        Reading(Findings findings, @Nullable LocalDate urlDay) {
            captures = inPrecedence(findings, urlDay);
            for (Capture capture : captures) {
                byField.computeIfAbsent(capture.field(), field -> new ArrayList<>())
                        .add(capture);
            }
            extra = findings.source().extra();
        }

        List<Capture> allOf(Field field) {
            return byField.getOrDefault(field, List.of());
        }

        @Nullable
        String first(Field field, Function<String, @Nullable String> read) {
            for (Capture capture : allOf(field)) {
                String value = read.apply(capture.text());
                if (value != null) {
                    evidence.putIfAbsent(field, capture.rule());
                    return value;
                }
            }
            return null;
        }

        /** Values of all captures of the best standing that gives any, none twice. */
        List<String> list(Field field, Function<Capture, List<String>> read) {
            Map<String, String> values = new LinkedHashMap<>();
            Capture best = null;
            for (Capture capture : allOf(field)) {
                if (best != null && !sameStanding(best, capture)) {
                    break;
                }
                for (String value : read.apply(capture)) {
                    best = capture;
                    evidence.putIfAbsent(field, capture.rule());
                    values.putIfAbsent(TextValues.key(value), value);
                }
            }
            return List.copyOf(values.values());
        }

        /** A title that another capture shows to carry a suffix gives way to that one. */
        @Nullable
        String title(List<String> siteNames) {
            String title = first(Field.TITLE, text -> TextValues.title(text, siteNames));
            if (title == null) {
                return titleOfInput(siteNames);
            }
            for (Capture capture : allOf(Field.TITLE)) {
                Optional<String> bare = TextValues.withoutSuffix(title, capture.text());
                if (bare.isPresent()) {
                    evidence.put(Field.TITLE, capture.rule());
                    return bare.get();
                }
            }
            return title;
        }

        private @Nullable String titleOfInput(List<String> siteNames) {
            String title = extra.get("title") instanceof String given ? TextValues.title(given, siteNames) : null;
            if (title != null) {
                evidence.put(Field.TITLE, INPUT);
            }
            return title;
        }

        /** The page's language, and the one that it declares. */
        List<String> languages(@Nullable String language) {
            List<String> languages = new ArrayList<>();
            addIfKnown(languages, language);
            DeclaredLanguage declared = DeclaredLanguage.of(allOf(Field.LANGUAGE));
            addIfKnown(languages, declared == null ? null : declared.code());
            return languages;
        }

        @Nullable
        String language() {
            DeclaredLanguage declared = DeclaredLanguage.of(allOf(Field.LANGUAGE));
            if (declared == null) {
                return null;
            }
            evidence.put(Field.LANGUAGE, declared.evidence());
            return declared.code();
        }

        private List<String> authorsOfInput() {
            List<String> authors = new ArrayList<>();
            if (extra.get("authors") instanceof List<?> given) {
                given.forEach(name -> addIfKnown(authors, name instanceof String s ? TextValues.plain(s) : null));
            }
            if (!authors.isEmpty()) {
                evidence.put(Field.AUTHORS, INPUT);
            }
            return authors;
        }

        /** Only what is ISO 8601 already, to the day or to the second. */
        private @Nullable String publishedOfInput() {
            if (!(extra.get("published") instanceof String given)) {
                return null;
            }
            try {
                if (given.length() == ISO_DAY) {
                    LocalDate.parse(given);
                } else {
                    OffsetDateTime.parse(given);
                }
            } catch (DateTimeParseException otherForm) {
                return null;
            }
            evidence.put(Field.PUBLISHED, INPUT);
            return given;
        }

        /** In the order of fields. */
        Map<String, String> evidenceByName() {
            Map<String, String> named = new LinkedHashMap<>();
            evidence.forEach((field, rule) -> named.put(field.key(), rule));
            return named;
        }
    }

    /** Rules that stand alike add to each other; of places in the markup one is believed. */
    private static boolean sameStanding(Capture a, Capture b) {
        return a.origin() == b.origin()
                && (!a.ofMarkup() && !b.ofMarkup() || a.rule().equals(b.rule()));
    }

    /** Site, then the page's head, then common; order is kept within each. */
    private static List<Capture> inPrecedence(Findings findings, @Nullable LocalDate urlDay) {
        List<Capture> sorted = new ArrayList<>(findings.captures());
        int match = 0;
        for (HeadValue value : findings.head()) {
            Field field = Field.ofKey(value.field()).orElse(null);
            if (field != null) {
                // Beside no line, and a match of its own.
                match--;
                sorted.add(new Capture(
                        field,
                        value.text(),
                        value.evidence(),
                        Origin.HEAD,
                        Label.BODY,
                        match,
                        match,
                        DateSettings.UNKNOWN));
            }
        }
        if (urlDay != null && findings.source().form() == SourceDocument.Form.HTML) {
            match--;
            sorted.add(new Capture(
                    Field.PUBLISHED,
                    urlDay.toString(),
                    URL_DATE,
                    Origin.HEAD,
                    Label.BODY,
                    match,
                    match,
                    DateSettings.UNKNOWN));
        }
        sorted.sort(Comparator.comparing(Capture::origin));
        return sorted;
    }
}
