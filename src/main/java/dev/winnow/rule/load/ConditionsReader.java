package dev.winnow.rule.load;

import dev.winnow.document.Label;
import dev.winnow.document.Shape;
import dev.winnow.document.Zone;
import dev.winnow.rule.Conditions;
import dev.winnow.rule.Mode;
import dev.winnow.rule.load.YamlNode.Mapping;
import dev.winnow.rule.load.YamlNode.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a rule or of its exception ({@code unless}). */
final class ConditionsReader {

    private final PatternReader patterns;

    ConditionsReader(PatternReader patterns) {
        this.patterns = patterns;
    }

    Conditions read(Mapping rule, boolean exact) {
        Conditions unless = Source.map(rule, "unless")
                .map(exception -> conditions(exception, exact, true, null))
                .orElse(null);
        return conditions(rule, exact, false, unless);
    }

    private Conditions conditions(Mapping map, boolean exact, boolean exception, @Nullable Conditions unless) {
        return new Conditions(
                Source.strings(map.get("zone")).stream()
                        .flatMap(key -> Zone.ofKey(key).stream())
                        .collect(Collectors.toSet()),
                Source.count(map, "first", 0),
                Source.count(map, "last", 0),
                shapes(map),
                Set.copyOf(LanguageCodes.languages(Source.strings(map.get("language")))),
                labels(map.get("after")),
                labels(map.get("before")),
                labels(map.get("beside")),
                Source.string(map, "among").equals("prose"),
                counts(map.get("followed_by")),
                counts(map.get("preceded_by")),
                Source.count(map, "repeated", 0),
                exception
                        ? patterns.read(map.get("line"), exact, Mode.WHOLE).stream()
                                .map(PatternReader.Written::pattern)
                                .toList()
                        : List.of(),
                unless);
    }

    /** Returns the shapes that a rule or a part of it names, as bits. */
    static int shapes(Mapping map) {
        int bits = Conditions.NO_SHAPE;
        for (String key : Source.strings(map.get("shape"))) {
            bits |= key.equals("any")
                    ? Conditions.ANY_SHAPE
                    : Shape.ofKey(key).map(Shape::bit).orElse(0);
        }
        return bits;
    }

    private static Set<Label> labels(@Nullable YamlNode node) {
        return Source.strings(node).stream()
                .flatMap(key -> Label.ofKey(key).stream())
                .collect(Collectors.toSet());
    }

    private static Map<Integer, Integer> counts(@Nullable YamlNode node) {
        Map<Integer, Integer> counts = new HashMap<>();
        if (node instanceof Mapping map) {
            for (YamlNode.Entry entry : map.entries()) {
                Text key = entry.key();
                Shape.ofKey(key.value()).ifPresent(shape -> counts.put(shape.bit(), Source.count(map, key.value(), 1)));
            }
        }
        return counts;
    }
}
