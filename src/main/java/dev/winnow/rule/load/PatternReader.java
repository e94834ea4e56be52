package dev.winnow.rule.load;

import dev.winnow.rule.Pattern;
import dev.winnow.rule.load.YamlNode.Entries;
import dev.winnow.rule.load.YamlNode.Items;
import dev.winnow.rule.load.YamlNode.Text;
import dev.winnow.rule.slot.Lexicons;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads templates and regular expressions, and has them checked. */
final class PatternReader {

    private final Source source;
    private final Lexicons lexicons;
    private final PatternCheck check;

    PatternReader(Source source, Lexicons lexicons, PatternCheck check) {
        this.source = source;
        this.lexicons = lexicons;
        this.check = check;
    }

    /** A pattern with what the other checks ask about it. */
    record Written(Pattern pattern, Set<String> captures, boolean literal) {}

    /**
     * Reads a pattern, or a list of them.
     *
     * @param exact whether the rule says so
     */
    List<Written> read(@Nullable YamlNode node, boolean exact) {
        List<Written> patterns = new ArrayList<>();
        for (YamlNode item : Source.oneOrMore(node)) {
            if (item instanceof Text text && !text.isNull() && !text.value().isEmpty()) {
                patterns.add(checked(text, new Pattern.Template(text.value(), source.place(text.start())), exact));
            } else if (item instanceof Entries map) {
                Source.text(map, "regex")
                        .ifPresent(regex -> patterns.add(regex(
                                regex,
                                Source.text(map, "literal").map(Text::value).orElse(null),
                                exact)));
            } else if (item instanceof Items items) {
                items.items().forEach(inner -> patterns.addAll(read(inner, exact)));
            }
        }
        return patterns;
    }

    /** Reads an expression that stands for a whole line. */
    List<Written> regex(Text regex, boolean exact) {
        return regex.value().isEmpty() ? List.of() : List.of(regex(regex, null, exact));
    }

    private Written regex(Text regex, @Nullable String literal, boolean exact) {
        return checked(regex, new Pattern.Regex(regex.value(), literal, source.place(regex.start())), exact);
    }

    private Written checked(Text text, Pattern pattern, boolean exact) {
        PatternCheck.Findings findings = check.check(pattern, exact, lexicons);
        for (PatternCheck.Problem problem : findings.problems()) {
            source.problem(text, Math.min(problem.offset(), text.value().length()), problem.code(), problem.text());
        }
        return new Written(pattern, findings.captures(), findings.literal());
    }
}
