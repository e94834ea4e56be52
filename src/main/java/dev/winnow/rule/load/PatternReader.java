package dev.winnow.rule.load;

import dev.winnow.rule.Field;
import dev.winnow.rule.Mode;
import dev.winnow.rule.Pattern;
import dev.winnow.rule.load.YamlNode.Items;
import dev.winnow.rule.load.YamlNode.Mapping;
import dev.winnow.rule.load.YamlNode.Text;
import dev.winnow.rule.slot.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads templates and regular expressions and checks them. */
final class PatternReader {

    /** Stands for the captures of a pattern that is not checked; nothing reads them. */
    private static final Set<String> ANY = Set.copyOf(Field.keys());

    private final Source source;
    private final PatternCheck check;

    PatternReader(Source source, PatternCheck check) {
        this.source = source;
        this.check = check;
    }

    /**
     * A pattern with the facts that other checks need.
     *
     * @param captures keys of the metadata fields that the pattern fills
     * @param lookedUp true if the pattern is specific enough for the index to find lines by it
     */
    record Written(Pattern pattern, Set<String> captures, boolean lookedUp, YamlNode.Position position) {}

    /**
     * Reads a pattern, a list of them, or lists by language.
     *
     * @param exact the rule's {@code exact} setting
     * @param mode how much of a line the patterns must match
     */
    List<Written> read(@Nullable YamlNode node, boolean exact, Mode mode) {
        return new Reading(exact, mode, null).read(node);
    }

    /** Reads a regular expression given in place of a template. */
    List<Written> regex(Text regex, boolean exact, Mode mode) {
        return regex.value().isEmpty() ? List.of() : List.of(new Reading(exact, mode, null).regex(regex, List.of()));
    }

    /**
     * The settings for reading patterns.
     *
     * @param language language of the pages that the patterns are for; null for all languages
     */
    private final class Reading {
        private final boolean exact;
        private final Mode mode;
        private final @Nullable String language;

        Reading(boolean exact, Mode mode, @Nullable String language) {
            this.exact = exact;
            this.mode = mode;
            this.language = language;
        }

        List<Written> read(@Nullable YamlNode node) {
            List<Written> patterns = new ArrayList<>();
            for (YamlNode item : Source.oneOrMore(node)) {
                if (item instanceof Text text && !text.isNull() && !text.value().isEmpty()) {
                    patterns.add(
                            checked(text, new Pattern.Template(text.value(), language, source.place(text.start()))));
                } else if (item instanceof Mapping map && map.get("regex") != null) {
                    Source.text(map, "regex")
                            .ifPresent(regex -> patterns.add(regex(regex, Source.strings(map.get("literal")))));
                } else if (item instanceof Mapping map && language == null) {
                    patterns.addAll(byLanguage(map));
                } else if (item instanceof Items items) {
                    items.items().forEach(inner -> patterns.addAll(read(inner)));
                }
            }
            return patterns;
        }

        private List<Written> byLanguage(Mapping map) {
            List<Written> patterns = new ArrayList<>();
            for (YamlNode.Entry entry : map.entries()) {
                LanguageCodes.check(entry.key(), source);
                String key = LanguageCodes.language(entry.key().value());
                String of = key.equals(Lexicon.ANY_LANGUAGE) ? null : key;
                patterns.addAll(new Reading(exact, mode, of).read(entry.value()));
            }
            return patterns;
        }

        Written regex(Text regex, List<String> literals) {
            return checked(regex, new Pattern.Regex(regex.value(), literals, language, source.place(regex.start())));
        }

        private Written checked(Text text, Pattern pattern) {
            return PatternReader.this.checked(text, pattern, exact, mode);
        }
    }

    private Written checked(Text text, Pattern pattern, boolean exact, Mode mode) {
        if (source.checked()) {
            return new Written(pattern, ANY, true, text.start());
        }
        PatternCheck.Findings findings = check.check(pattern, exact, mode);
        for (PatternCheck.Problem problem : findings.problems()) {
            source.problem(text, Math.min(problem.offset(), text.value().length()), problem.code(), problem.message());
        }
        return new Written(pattern, findings.captures(), findings.lookedUp(), text.start());
    }
}
