package dev.winnow.rule.load;

import dev.winnow.rule.Field;
import dev.winnow.rule.Mode;
import dev.winnow.rule.Pattern;
import dev.winnow.rule.load.YamlNode.Items;
import dev.winnow.rule.load.YamlNode.Mapping;
import dev.winnow.rule.load.YamlNode.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads templates and regular expressions, and has them checked. */
final class PatternReader {

    /** What a pattern captures that is not checked: nobody asks. */
    private static final Set<String> ANY = Set.copyOf(Field.keys());

    private final Source source;
    private final PatternCheck check;

    PatternReader(Source source, PatternCheck check) {
        this.source = source;
        this.check = check;
    }

    /**
     * A pattern with what the other checks ask about it.
     *
     * @param captures keys of the fields it fills
     * @param lookedUp whether it is specific enough to find lines by it
     */
    record Written(Pattern pattern, Set<String> captures, boolean lookedUp, YamlNode.Position position) {}

    /**
     * Reads a pattern, or a list of them.
     *
     * @param exact whether the rule says so
     * @param mode how much of a line they must take
     */
    List<Written> read(@Nullable YamlNode node, boolean exact, Mode mode) {
        List<Written> patterns = new ArrayList<>();
        for (YamlNode item : Source.oneOrMore(node)) {
            if (item instanceof Text text && !text.isNull() && !text.value().isEmpty()) {
                patterns.add(
                        checked(text, new Pattern.Template(text.value(), source.place(text.start())), exact, mode));
            } else if (item instanceof Mapping map) {
                Source.text(map, "regex")
                        .ifPresent(
                                regex -> patterns.add(regex(regex, Source.strings(map.get("literal")), exact, mode)));
            } else if (item instanceof Items items) {
                items.items().forEach(inner -> patterns.addAll(read(inner, exact, mode)));
            }
        }
        return patterns;
    }

    /** Reads an expression that stands for a whole line. */
    List<Written> regex(Text regex, boolean exact, Mode mode) {
        return regex.value().isEmpty() ? List.of() : List.of(regex(regex, List.of(), exact, mode));
    }

    private Written regex(Text regex, List<String> literals, boolean exact, Mode mode) {
        return checked(regex, new Pattern.Regex(regex.value(), literals, source.place(regex.start())), exact, mode);
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
