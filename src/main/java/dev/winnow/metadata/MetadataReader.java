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
 * Reads an article's metadata from the captures of labelling. Immutable and thread-safe.
 *
 * <p>Of several values for one field, those of the site's rules go first, then the machine-readable values of the page, then
 * those of common rules. Within each group earlier values go first. If a value cannot be read, the next one is tried; nothing is
 * guessed. Days of publication are also weighed, see {@link Publication}.
 */
public final class MetadataReader {

    /** Evidence of values that came with the input record. */
    private static final String INPUT = "input";

    private static final String URL_DATE = "html/url";

    private static final String TEXT_URL_DATE = "text/url";

    /** Evidence of citation tags for library programs; each element holds one person. */
    private static final String CITATION = "html/citation";

    /**
     * Head value that is no field: the text of links to the site's first page. A person's own site may have that person's name.
     */
    private static final String HOME = "home";

    /** Head value that is no field: a heading, which helps to find the title. */
    private static final String HEADING = "heading";

    /** Head value that is no field: the name of an organization, so of no person. */
    private static final String ORGANIZATION = "organization";

    /** Maximum reading time in minutes: one day. A larger number counts something else. */
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

    /**
     * Makes a reader with word lists from lexicons (staff names, particles, credit marks, months). Words of a missing lexicon are
     * not recognised.
     */
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

    /** Returns the metadata of a document, each value with the rule that found it. */
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

    /** Reads the authors. An element holds one person or a list of persons; all elements of a kind together tell which. */
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

    /**
     * Returns the agency in the place of an author, which machine-readable data may call an organization; null if there is none.
     */
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

    /** Returns the value; null if it is empty, a placeholder or the site's name. */
    private @Nullable String known(@Nullable String value, List<String> siteNames) {
        String folded = value == null ? "" : Folding.fold(value);
        return folded.isEmpty() || nothing.contains(folded) || value != null && TextValues.isSite(value, siteNames)
                ? null
                : value;
    }

    /** Returns a section; null for service links, the site's name and the article's title. */
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

    /** The captures of one document sorted by precedence, and the evidence so far. */
    private static final class Reading {
        private final List<Capture> captures;
        private final Map<String, Object> extra;
        private final Map<Field, List<Capture>> byField = new EnumMap<>(Field.class);
        private final Map<Field, String> evidence = new EnumMap<>(Field.class);

        /** @param urlDay the day in the page's URL; null when there is none */
        Reading(Findings findings, @Nullable LocalDate urlDay) {
            captures = inPrecedence(findings, urlDay);
            for (Capture capture : captures) {
                byField.computeIfAbsent(capture.field(), field -> new ArrayList<>())
                        .add(capture);
            }
            byField.computeIfPresent(Field.SECTION, (field, all) -> withoutMenus(all));
            extra = findings.source().extra();
        }

        /**
         * Removes menus from the sections. A page has one section; several sections that a common rule finds in adjacent lines
         * are a menu.
         */
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

        /** Returns the values of all captures of the best rank that gives any, without duplicates. */
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

        /** Returns the page's language and the declared one, as far as known. */
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

        /** Returns the publication date of the input record if it is ISO 8601, to the day or to the second; else null. */
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

        /** Returns the evidence by field name, in the order of fields. */
        Map<String, String> evidenceByName() {
            Map<String, String> named = new LinkedHashMap<>();
            evidence.forEach((field, rule) -> named.put(field.key(), rule));
            return named;
        }
    }

    /**
     * Whether values of two captures may be joined: rules of the same rank add to each other; of places in the markup only one
     * counts.
     */
    private static boolean sameStanding(Capture a, Capture b) {
        if (a.provenance() instanceof Provenance.InText line && b.provenance() instanceof Provenance.InText other) {
            return line.at() == other.at();
        }
        return a.rank() == b.rank()
                && (!a.ofMarkup() && !b.ofMarkup() || a.rule().equals(b.rule()));
    }

    /** Sorts captures by rank: site, then the page's head, then common. The order within each rank is kept. */
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
