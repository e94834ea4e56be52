package dev.winnow.rule.load;

import dev.winnow.document.LazyList;
import dev.winnow.rule.DateSettings;
import dev.winnow.rule.Field;
import dev.winnow.rule.Mode;
import dev.winnow.rule.PageSelectors;
import dev.winnow.rule.Pattern;
import dev.winnow.rule.Rule;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.Suggestion;
import dev.winnow.rule.Validity;
import dev.winnow.rule.load.YamlNode.Mapping;
import dev.winnow.rule.load.YamlNode.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the YAML of one rule pack into values, and reports problems that a schema cannot find. */
final class PackReader {

    /** A pack must have at least one of these keys. */
    private static final List<String> SAYS_SOMETHING =
            List.of("rules", "article", "beside", "metadata", "dates", "disable");

    private static final String ZONE = "[+-]\\d\\d:\\d\\d|Z|[A-Za-z]+/[\\w/+-]+";

    private final Source source;
    private final PatternReader patterns;

    PackReader(Source source, PatternReader patterns) {
        this.source = source;
        this.patterns = patterns;
    }

    RulePack read(Mapping pack) {
        String id = Source.string(pack, "pack");
        if (SAYS_SOMETHING.stream().allMatch(key -> pack.entry(key) == null)) {
            source.problem(pack.start(), Code.MISSING_KEY, "the pack has no content; add 'rules'");
        }
        RuleReader reader = new RuleReader(source, patterns, id);
        Supplier<List<Rule>> rules =
                () -> Source.maps(pack.get("rules")).stream().map(reader::read).toList();
        return new RulePack(
                id,
                Source.string(pack, "name"),
                Source.strings(pack.get("hosts")),
                fingerprints(pack),
                LanguageCodes.languages(Source.strings(pack.get("languages"))),
                dates(pack),
                validity(pack),
                selectors(pack),
                Source.isTrue(pack, "model"),
                Source.strings(pack.get("disable")),
                // A page needs the rules of few packs, so the rules of packs that were checked before are read when
                // first
                // needed.
                source.checked() ? new LazyList<>(rules) : rules.get(),
                source.place(pack.start()),
                source.file().digest());
    }

    private PageSelectors selectors(Mapping pack) {
        Map<Field, List<String>> metadata = new EnumMap<>(Field.class);
        Source.map(pack, "metadata")
                .ifPresent(map -> map.entries()
                        .forEach(entry -> Field.ofKey(entry.key().value())
                                .ifPresent(field -> metadata.put(field, selectors(entry.value())))));
        YamlNode beside = pack.get("beside");
        if (beside != null && (pack.get("hosts") != null || pack.get("fingerprint") != null)) {
            source.problem(
                    beside.start(),
                    Code.CONTRADICTION,
                    "'beside' is for packs of all sites, but this pack describes one site");
        }
        return new PageSelectors(selectors(pack.get("article")), selectors(beside), metadata);
    }

    private List<String> selectors(@Nullable YamlNode node) {
        Source.texts(node).forEach(css -> SelectorCheck.check(css, source));
        return Source.strings(node);
    }

    private List<List<Pattern>> fingerprints(Mapping pack) {
        List<List<Pattern>> fingerprints = new ArrayList<>();
        for (YamlNode entry : Source.oneOrMore(pack.get("fingerprint"))) {
            List<PatternReader.Written> lines = patterns.read(entry, false, Mode.WHOLE);
            if (lines.isEmpty()) {
                continue;
            }
            if (lines.stream().noneMatch(PatternReader.Written::lookedUp)) {
                source.problem(
                        entry.start(),
                        Code.NO_LITERAL,
                        "the fingerprint fits nearly every page; add a word that only this site has");
            }
            fingerprints.add(lines.stream().map(PatternReader.Written::pattern).toList());
        }
        return fingerprints;
    }

    private DateSettings dates(Mapping pack) {
        return Source.map(pack, "dates")
                .map(dates -> new DateSettings(order(dates), zone(dates)))
                .orElse(DateSettings.UNKNOWN);
    }

    private static DateSettings.@Nullable Order order(Mapping dates) {
        String order = Source.string(dates, "order").toUpperCase(Locale.ROOT);
        return Stream.of(DateSettings.Order.values())
                .filter(value -> value.name().equals(order))
                .findFirst()
                .orElse(null);
    }

    private @Nullable ZoneId zone(Mapping dates) {
        Text zone = Source.text(dates, "zone").orElse(null);
        if (zone == null || !zone.value().matches(ZONE)) {
            return null;
        }
        String name = zone.value();
        if (source.checked()) {
            return ZoneId.of(name);
        }
        if (name.indexOf('/') < 0) {
            try {
                return ZoneId.of(name);
            } catch (DateTimeException e) {
                source.problem(
                        zone.start(),
                        Code.BAD_FORM,
                        "there is no time zone at " + name + " from UTC; offsets go from -18:00 to +18:00");
                return null;
            }
        }
        // Sorted, because the suggestion is the first of equally similar names.
        TreeSet<String> names = new TreeSet<>(ZoneId.getAvailableZoneIds());
        if (names.contains(name)) {
            return ZoneId.of(name);
        }
        source.problem(
                zone.start(), Code.BAD_FORM, "there is no time zone '" + name + "'" + Suggestion.of(name, names));
        return null;
    }

    private Validity validity(Mapping pack) {
        Mapping valid = Source.map(pack, "valid").orElse(null);
        if (valid == null) {
            return Validity.ALWAYS;
        }
        LocalDate from = day(source, valid, "from");
        LocalDate until = day(source, valid, "until");
        if (from != null && until != null && until.isBefore(from)) {
            Source.text(valid, "until")
                    .ifPresent(text -> source.problem(
                            text.start(),
                            Code.CONTRADICTION,
                            "'until' is earlier than 'from', so the pack is never valid"));
        }
        return new Validity(from, until);
    }

    /**
     * Returns a day; null if it is missing, or if its form is wrong, which the schema reports. Adds a problem if there is no
     * such day.
     */
    static @Nullable LocalDate day(Source source, Mapping map, String key) {
        Text day = Source.text(map, key).orElse(null);
        if (day == null || !day.value().matches("\\d{4}-\\d{2}-\\d{2}")) {
            return null;
        }
        try {
            return LocalDate.parse(day.value());
        } catch (DateTimeException e) {
            source.problem(day.start(), Code.BAD_FORM, "there is no day " + day.value());
            return null;
        }
    }
}
