package dev.winnow.rule.load;

import dev.winnow.rule.Suggestion;
import dev.winnow.rule.load.RuleSchema.Rules;
import dev.winnow.rule.load.YamlNode.Entry;
import dev.winnow.rule.load.YamlNode.Items;
import dev.winnow.rule.load.YamlNode.Mapping;
import dev.winnow.rule.load.YamlNode.Position;
import dev.winnow.rule.load.YamlNode.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks one file against the schema and writes messages for the author of the file. */
final class SchemaCheck {

    private final RuleSchema schema;
    private final Source source;
    private final YamlNode root;

    SchemaCheck(RuleSchema schema, Source source, YamlNode root) {
        this.schema = schema;
        this.source = source;
        this.root = root;
    }

    /**
     * Checks one value with everything in it.
     *
     * @param what name of the value in messages, for example {@code 'label'}
     */
    void check(YamlNode node, Rules rules, String what) {
        if (!rules.mapMessage.isEmpty() && node instanceof Mapping) {
            problem(
                    node.start(),
                    Code.WRONG_KIND,
                    what + " must be text or a list, this is a map; " + rules.mapMessage);
            return;
        }
        if (rules.ref != null) {
            check(node, schema.definition(rules.ref), what);
        }
        if (rules.condition != null) {
            Rules next = fits(node, rules.condition) ? rules.then : rules.otherwise;
            if (next != null) {
                check(node, next, what);
            }
        }
        if (!rules.anyOf.isEmpty()) {
            checkAnyOf(node, rules.anyOf, what);
            return;
        }
        if (node instanceof Text text && isEmpty(text, rules)) {
            problem(text.start(), Code.EMPTY_VALUE, what + " is empty; write a value or remove it");
            return;
        }
        NodeType kind = NodeType.of(node);
        if (!rules.kinds.isEmpty() && !accepts(rules.kinds, kind)) {
            wrongKind(node, kind, rules.kinds, what);
            return;
        }
        if (node instanceof Text text) {
            checkText(text, kind, rules, what);
        } else if (!rules.values.isEmpty()) {
            wrongKind(node, kind, Set.of(NodeType.STRING), what);
        } else if (node instanceof Items list) {
            checkItems(list, rules, what);
        } else if (node instanceof Mapping map) {
            checkEntries(map, rules, what);
        }
    }

    private void checkText(Text text, NodeType kind, Rules rules, String what) {
        if (!rules.values.isEmpty()) {
            String value = kind == NodeType.BOOLEAN ? text.value().toLowerCase(Locale.ROOT) : text.value();
            if (!rules.values.contains(value)) {
                problem(text.start(), Code.NOT_ALLOWED, notAllowed(text, rules, what));
            }
        }
        if (kind == NodeType.STRING
                && rules.pattern != null
                && !rules.pattern.matcher(text.value()).find()) {
            problem(
                    text.start(),
                    Code.BAD_FORM,
                    "'" + Words.cut(text.value()) + "' is not valid for " + what + "; " + rules.patternMessage);
        }
        if (kind == NodeType.INTEGER || kind == NodeType.NUMBER) {
            double value = Double.parseDouble(text.value());
            if (value < rules.minimum || value > rules.maximum || value <= rules.above) {
                problem(
                        text.start(),
                        Code.OUT_OF_RANGE,
                        what + " cannot be " + Words.cut(text.value()) + "; it is " + bounds(rules));
            }
        }
    }

    private static String notAllowed(Text text, Rules rules, String what) {
        String written = what + " cannot be '" + Words.cut(text.value()) + "'";
        return rules.values.size() == 1
                ? written + "; the only value is " + rules.values.get(0)
                : written + Words.instead(text.value(), rules.values, rules.values);
    }

    private static String bounds(Rules rules) {
        List<String> bounds = new ArrayList<>();
        if (rules.minimum != Double.NEGATIVE_INFINITY) {
            bounds.add("at least " + plain(rules.minimum));
        }
        if (rules.above != Double.NEGATIVE_INFINITY) {
            bounds.add("more than " + plain(rules.above));
        }
        if (rules.maximum != Double.POSITIVE_INFINITY) {
            bounds.add("at most " + plain(rules.maximum));
        }
        return String.join(" and ", bounds);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private void checkItems(Items list, Rules rules, String what) {
        if (list.items().size() < rules.minItems) {
            problem(list.start(), Code.EMPTY_VALUE, what + " is an empty list; write an entry or remove it");
        }
        Map<String, Position> seen = new HashMap<>();
        for (YamlNode item : list.items()) {
            if (rules.items != null) {
                check(item, rules.items, nameOf(rules.items, what));
            }
            if (rules.unique && item instanceof Text text && !text.isNull()) {
                Position first = seen.putIfAbsent(text.value(), text.start());
                if (first != null) {
                    problem(
                            text.start(),
                            Code.TWICE_IN_LIST,
                            "'" + Words.cut(text.value()) + "' stands twice in " + what);
                }
            }
        }
    }

    private void checkEntries(Mapping map, Rules rules, String what) {
        Set<String> keys = new LinkedHashSet<>();
        map.entries().forEach(entry -> keys.add(entry.key().value()));
        if (keys.size() < rules.minProperties) {
            String only = Words.list(keys, "and");
            problem(
                    map.start(),
                    Code.EMPTY_VALUE,
                    keys.isEmpty()
                            ? what + " is an empty map; write a key or remove it"
                            : what + " holds only " + only);
        }
        Set<String> meant = new HashSet<>();
        for (Entry entry : map.entries()) {
            checkEntry(entry, rules, keys, what).ifPresent(meant::add);
        }
        for (String key : rules.required) {
            if (!keys.contains(key) && !meant.contains(key)) {
                problem(
                        map.start(),
                        Code.MISSING_KEY,
                        "the key '" + key + "' is missing in " + what + titleOf(rules, key));
            }
        }
        if (!rules.exactlyOne.isEmpty() && rules.exactlyOne.stream().noneMatch(meant::contains)) {
            checkExactlyOne(map, rules, keys, what);
        }
    }

    /** Checks one key with its value. If the key is unknown, returns the key that the author probably meant. */
    private Optional<String> checkEntry(Entry entry, Rules rules, Set<String> keys, String what) {
        String key = entry.key().value();
        Rules known = rules.properties.get(key);
        if (known != null) {
            check(entry.value(), known, "'" + key + "'");
            return Optional.empty();
        }
        if (rules.closed) {
            Set<String> left = new LinkedHashSet<>(rules.properties.keySet());
            left.removeAll(keys);
            problem(
                    entry.key().start(),
                    Code.UNKNOWN_KEY,
                    "unknown key '" + Words.cut(key) + "' in " + what
                            + Words.instead(key, left, rules.properties.keySet()));
            return Suggestion.nearest(key, left);
        }
        if (rules.names != null) {
            check(asText(entry.key()), rules.names, "a key of " + what);
        }
        if (rules.additional != null) {
            check(entry.value(), rules.additional, "'" + Words.cut(key) + "'");
        }
        return Optional.empty();
    }

    private void checkExactlyOne(Mapping map, Rules rules, Set<String> keys, String what) {
        List<String> found = rules.exactlyOne.stream().filter(keys::contains).toList();
        if (found.isEmpty()) {
            problem(
                    map.start(),
                    Code.ONE_OF,
                    "none of " + Words.list(rules.exactlyOne, "and") + " stands in " + what + "; write exactly one");
        } else if (found.size() > 1) {
            Entry second = map.entries().stream()
                    .filter(entry -> found.contains(entry.key().value()))
                    .skip(1)
                    .findFirst()
                    .orElseThrow();
            problem(
                    second.key().start(),
                    Code.ONE_OF,
                    Words.list(found, "and") + " stand in " + what + "; write exactly one of "
                            + Words.list(rules.exactlyOne, "and"));
        }
    }

    /** Checks the value against the first alternative that accepts a value of its kind. */
    private void checkAnyOf(YamlNode node, List<Rules> alternatives, String what) {
        if (node instanceof Text text && (text.isNull() || text.value().isEmpty())) {
            problem(text.start(), Code.EMPTY_VALUE, what + " is empty; write a value or remove it");
            return;
        }
        NodeType kind = NodeType.of(node);
        Set<NodeType> kinds = new LinkedHashSet<>();
        for (Rules alternative : alternatives) {
            kinds.addAll(kinds(alternative));
        }
        if (kinds.contains(NodeType.STRING) && looksLikeTemplate(node)) {
            problem(
                    node.start(),
                    Code.WRONG_KIND,
                    what + " is a map, but looks like a template; one that begins with { must stand in quotes");
            return;
        }
        for (Rules alternative : alternatives) {
            if (accepts(kinds(alternative), kind)) {
                check(node, alternative, what);
                return;
            }
        }
        wrongKind(node, kind, kinds, what);
    }

    /** <code>{title}</code> without quotes is a map with one key and no value. */
    private static boolean looksLikeTemplate(YamlNode node) {
        return node instanceof Mapping map
                && map.flow()
                && !map.entries().isEmpty()
                && map.entries().stream().allMatch(entry -> entry.value() instanceof Text text && text.isNull());
    }

    private Set<NodeType> kinds(Rules rules) {
        if (!rules.kinds.isEmpty()) {
            return rules.kinds;
        }
        if (rules.ref != null) {
            return kinds(schema.definition(rules.ref));
        }
        return Set.of(NodeType.STRING);
    }

    private static boolean accepts(Set<NodeType> kinds, NodeType kind) {
        return kinds.contains(kind) || (kind == NodeType.INTEGER && kinds.contains(NodeType.NUMBER));
    }

    /** Whether a node meets a condition ({@code if}). The schema has only conditions on the presence of keys. */
    private static boolean fits(YamlNode node, Rules rules) {
        return !(node instanceof Mapping map) || rules.required.stream().allMatch(key -> map.entry(key) != null);
    }

    private static boolean isEmpty(Text text, Rules rules) {
        return text.isNull() || (text.value().length() < Math.max(1, rules.minLength) && !rules.kinds.equals(Set.of()));
    }

    private void wrongKind(YamlNode node, NodeType kind, Set<NodeType> expected, String what) {
        Set<String> words = new LinkedHashSet<>();
        boolean text = expected.contains(NodeType.STRING);
        for (NodeType one : expected) {
            if (!text || one == NodeType.STRING || one == NodeType.ARRAY || one == NodeType.OBJECT) {
                words.add(one.words());
            }
        }
        String hint = "";
        if (node == root) {
            hint = "; begin with 'pack:' or 'lexicon:'";
        } else if (text && node instanceof Mapping map && map.flow()) {
            hint = "; a text that begins with { must stand in quotes";
        } else if (text && node instanceof Text) {
            hint = "; put it in quotes";
        } else if (kind == NodeType.STRING && node instanceof Text written && !written.plain()) {
            hint = "; write it without quotes";
        }
        problem(
                node.start(),
                Code.WRONG_KIND,
                what + " must be " + String.join(" or ", words) + ", this is " + kind.words() + hint);
    }

    /** Returns the name of a list entry in messages: {@code this rule}, {@code an entry of 'hosts'}. */
    private String nameOf(Rules items, String list) {
        return items.ref != null && schema.definition(items.ref).kinds.equals(Set.of(NodeType.OBJECT))
                ? "this " + items.ref
                : "an entry of " + list;
    }

    private static String titleOf(Rules rules, String key) {
        Rules property = rules.properties.get(key);
        return property == null || property.title == null
                ? ""
                : " (" + property.title.substring(0, 1).toLowerCase(Locale.ROOT) + property.title.substring(1) + ")";
    }

    /** Returns the key as a quoted text: a key is always text, even if it looks like a number. */
    private static Text asText(Text key) {
        return new Text(key.value(), Text.Style.DOUBLE_QUOTED, key.start(), key.end());
    }

    private void problem(Position position, Code code, String message) {
        source.problem(position, code, message);
    }
}
