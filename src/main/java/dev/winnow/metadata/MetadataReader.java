package dev.winnow.metadata;

import dev.winnow.document.HeadValue;
import dev.winnow.document.Metadata;
import dev.winnow.document.SourceDocument;
import dev.winnow.label.Capture;
import dev.winnow.label.Findings;
import dev.winnow.label.Provenance;
import dev.winnow.rule.Field;
import dev.winnow.rule.slot.LexiconEntry;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.PlaceSlot;
import dev.winnow.rule.slot.SlotTypes;
import dev.winnow.text.Folding;
import dev.winnow.text.Hosts;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
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

    private static final String TEXT_URL_DATE = "text/url";

    /** Evidence of values for library programs, one person an element. */
    private static final String CITATION = "html/citation";

    /** No field, but what leads to the site's first page: a person's own site may have that person's name. */
    private static final String HOME = "home";

    /** No field, but what helps to find the title. */
    private static final String HEADING = "heading";

    /** The page says that this is the name of no person. */
    private static final String ORGANIZATION = "organization";

    /** A day's reading; a larger number is none of minutes. */
    private static final int MOST_MINUTES = 24 * 60;

    private static final int ISO_DAY = "2017-04-13".length();

    private final DateReader dates;
    private final PersonNames persons;
    private final Headline headline;
    private final PlaceSlot places;
    private final Pictures pictures;
    private final Addresses addresses;

    private final Set<String> nothing;
    private final Set<String> services;

    /** Takes words (staff names, particles, credit marks, months) from these lexicons; what is missing is not known. */
    public MetadataReader(Lexicons lexicons) {
        dates = new DateReader(lexicons);
        persons = new PersonNames(lexicons);
        headline = new Headline(lexicons);
        SlotTypes slots = SlotTypes.of(lexicons);
        places = slots.place();
        pictures = new Pictures(slots.credit());
        addresses = new Addresses(lexicons);
        nothing = LexiconEntry.folded(lexicons, "no-values");
        services = LexiconEntry.folded(lexicons, "service-links");
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
        String domain = Hosts.registered(url);
        String siteName = findings.siteName() != null
                ? findings.siteName()
                : reading.first(Field.SITE_NAME, text -> known(TextValues.plain(text), List.of()));
        String site = findings.site() != null ? findings.site() : domain;
        List<String> siteNames = new ArrayList<>();
        reading.allOf(Field.SITE_NAME).forEach(capture -> siteNames.add(capture.text()));
        findings.head().stream()
                .filter(value -> value.field().equals(ORGANIZATION))
                .forEach(value -> siteNames.add(value.text()));
        addIfKnown(siteNames, siteName);
        addIfKnown(siteNames, site);
        addIfKnown(siteNames, domain);

        String title = title(reading, findings, siteNames);
        String description = reading.first(Field.DESCRIPTION, text -> known(TextValues.plain(text), siteNames));
        List<String> authors = authors(reading, siteNames);
        authors = authors.isEmpty() ? reading.authorsOfInput() : authors;
        String language = findings.language() != null ? findings.language() : reading.language();
        DateReader.Dates found = dates.read(
                reading.captures, findings.source().crawl(), addresses.dateIn(url), reading.languages(language));
        found.evidence().forEach(reading.evidence::putIfAbsent);
        String published = found.published() != null ? found.published() : reading.publishedOfInput();
        String section = reading.first(Field.SECTION, text -> section(text, title, siteNames));
        List<String> tags = reading.list(
                Field.TAGS,
                capture -> TextValues.tags(capture.text()).stream()
                        .filter(tag -> known(tag, List.of()) != null && !services.contains(Folding.fold(tag)))
                        .toList());
        String place = reading.first(Field.PLACE, text -> {
            String bare = TextValues.place(text);
            return bare == null ? null : places.read(bare);
        });
        String agency = reading.first(Field.AGENCY, TextValues::agency);
        agency = agency != null ? agency : agencyOfByline(reading, findings);
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

    private @Nullable String title(Reading reading, Findings findings, List<String> siteNames) {
        List<HeadValue> headings = findings.head().stream()
                .filter(value -> value.field().equals(HEADING))
                .toList();
        List<String> sections =
                reading.allOf(Field.SECTION).stream().map(Capture::text).toList();
        List<String> notTitles = new ArrayList<>(siteNames);
        findings.head().stream()
                .filter(value -> value.field().equals(HOME))
                .forEach(value -> notTitles.add(value.text()));
        Headline.Found found = headline.of(reading.allOf(Field.TITLE), headings, notTitles, sections);
        if (found == null && reading.extra.get("title") instanceof String given) {
            String title = headline.bare(given, siteNames, List.of());
            found = title == null ? null : new Headline.Found(title, INPUT);
        }
        if (found == null) {
            return null;
        }
        reading.evidence.put(Field.TITLE, found.evidence());
        return found.title();
    }

    /** One element is one person, or a list of them; which one, all elements of a kind tell together. */
    private List<String> authors(Reading reading, List<String> siteNames) {
        Map<String, List<String>> elements = new HashMap<>();
        for (Capture capture : reading.allOf(Field.AUTHORS)) {
            if (capture.ofMarkup()) {
                elements.computeIfAbsent(capture.rule(), rule -> new ArrayList<>())
                        .add(capture.text());
            }
        }
        return reading.list(Field.AUTHORS, capture -> {
            boolean familyFirst = capture.rule().equals(CITATION)
                    || persons.familyFirst(elements.getOrDefault(capture.rule(), List.of()));
            return persons.read(capture.text(), siteNames, familyFirst);
        });
    }

    /** The agency that stands where an author does; for programs it may be an organization. */
    private @Nullable String agencyOfByline(Reading reading, Findings findings) {
        List<Capture> bylines = new ArrayList<>(reading.allOf(Field.AUTHORS));
        findings.head().stream()
                .filter(value -> value.field().equals(ORGANIZATION))
                .forEach(value ->
                        bylines.add(new Capture(Field.AUTHORS, value.text(), new Provenance.Head(value.evidence()))));
        for (Capture byline : bylines) {
            String agency = persons.agency(byline.text());
            if (agency != null) {
                reading.evidence.put(Field.AGENCY, byline.rule());
                return agency;
            }
        }
        return null;
    }

    /** A value that says something, and is not the site's name; else null. */
    private @Nullable String known(@Nullable String value, List<String> siteNames) {
        String folded = value == null ? "" : Folding.fold(value);
        return folded.isEmpty() || nothing.contains(folded) || value != null && TextValues.isSite(value, siteNames)
                ? null
                : value;
    }

    /** The first page and those of service are no section, neither are the site and the article itself. */
    private @Nullable String section(String text, @Nullable String title, List<String> siteNames) {
        String section = known(TextValues.section(text), siteNames);
        boolean page = section != null
                && (services.contains(Folding.fold(section))
                        || title != null && TextValues.key(title).equals(TextValues.key(section)));
        return page ? null : section;
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
            byField.computeIfPresent(Field.SECTION, (field, all) -> withoutMenus(all));
            extra = findings.source().extra();
        }

        /** A page has one section. Where a rule for all pages finds several in lines that follow each other, these are a menu. */
        private static List<Capture> withoutMenus(List<Capture> sections) {
            return sections.stream()
                    .filter(one -> one.rank() != Provenance.Rank.COMMON
                            || sections.stream().noneMatch(other -> isBeside(one, other)))
                    .toList();
        }

        private static boolean isBeside(Capture one, Capture other) {
            OptionalInt line = one.provenance().line();
            OptionalInt otherLine = other.provenance().line();
            return line.isPresent()
                    && otherLine.isPresent()
                    && Math.abs(line.getAsInt() - otherLine.getAsInt()) == 1
                    && one.rule().equals(other.rule());
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
        if (a.provenance() instanceof Provenance.InText line && b.provenance() instanceof Provenance.InText other) {
            return line.at() == other.at();
        }
        return a.rank() == b.rank()
                && (!a.ofMarkup() && !b.ofMarkup() || a.rule().equals(b.rule()));
    }

    /** Site, then the page's head, then common; order is kept within each. */
    private static List<Capture> inPrecedence(Findings findings, @Nullable LocalDate urlDay) {
        List<Capture> sorted = new ArrayList<>(findings.captures());
        for (HeadValue value : findings.head()) {
            Field.ofKey(value.field())
                    .ifPresent(field ->
                            sorted.add(new Capture(field, value.text(), new Provenance.Head(value.evidence()))));
        }
        if (urlDay != null) {
            boolean html = findings.source().form() == SourceDocument.Form.HTML;
            sorted.add(new Capture(
                    Field.PUBLISHED, urlDay.toString(), new Provenance.Head(html ? URL_DATE : TEXT_URL_DATE)));
        }
        sorted.sort(Comparator.comparing(Capture::rank));
        return sorted;
    }
}
