package dev.winnow.rule.load;

import dev.winnow.rule.load.YamlNode.Items;
import dev.winnow.rule.load.YamlNode.Mapping;
import dev.winnow.rule.load.YamlNode.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The schema of rule files, {@code rules/schema.json}, for the checks of the loader. Editors use the same file.
 *
 * <p>Knows only the keywords that this file uses and refuses others, so that no keyword is ignored silently. A general
 * validator took 80–200 ms at every start, and its messages have no line numbers. A test compares this class with such a
 * validator.
 *
 * <p>Immutable and thread-safe.
 */
final class RuleSchema {

    /** Keywords for people and editors. */
    private static final Set<String> NOTES = Set.of("$schema", "title", "description", "examples");

    private final Map<String, YamlNode> definitions = new HashMap<>();
    private final Map<String, Rules> resolved = new HashMap<>();
    private final Rules root;

    /** Creates a schema from parsed JSON. JSON is also YAML, so the YAML reader parses it. */
    RuleSchema(Mapping schema) {
        Source.map(schema, "$defs")
                .ifPresent(map -> map.entries()
                        .forEach(entry -> definitions.put(entry.key().value(), entry.value())));
        this.root = rules(schema);
        definitions.keySet().forEach(this::definition);
    }

    /** The schema in Winnow's jar. */
    static RuleSchema ofRuleFiles() {
        return Holder.INSTANCE;
    }

    /** Adds a problem for each value that the schema does not allow. */
    void check(YamlNode node, Source source) {
        new SchemaCheck(this, source, node).check(node, root, "the file");
    }

    /** The rules of a schema for one value. A field that is null or empty sets no rule. */
    static final class Rules {
        @Nullable
        String title;

        @Nullable
        String ref;

        final Set<NodeType> kinds = EnumSet.noneOf(NodeType.class);
        final List<String> values = new ArrayList<>();
        final Map<String, Rules> properties = new LinkedHashMap<>();
        final List<String> required = new ArrayList<>();
        boolean closed;

        @Nullable
        Rules additional;

        @Nullable
        Rules names;

        int minProperties;

        @Nullable
        Rules items;

        int minItems;
        boolean unique;
        int minLength;

        @Nullable
        Pattern pattern;

        String patternMessage = "";
        /** Hint what to write instead of a map; empty if there is none. */
        String mapMessage = "";

        double minimum = Double.NEGATIVE_INFINITY;
        double above = Double.NEGATIVE_INFINITY;
        double maximum = Double.POSITIVE_INFINITY;
        final List<Rules> anyOf = new ArrayList<>();
        final List<String> exactlyOne = new ArrayList<>();

        @Nullable
        Rules condition;

        @Nullable
        Rules then;

        @Nullable
        Rules otherwise;
    }

    Rules definition(String name) {
        Rules known = resolved.get(name);
        if (known == null) {
            YamlNode node = definitions.get(name);
            if (node == null) {
                throw new IllegalStateException("the schema has no definition '" + name + "'");
            }
            known = rules(node);
            resolved.put(name, known);
        }
        return known;
    }

    private static Rules rules(YamlNode node) {
        Rules rules = new Rules();
        for (YamlNode.Entry entry : ((Mapping) node).entries()) {
            read(entry.key().value(), entry.value(), rules);
        }
        return rules;
    }

    private static void read(String keyword, YamlNode value, Rules rules) {
        switch (keyword) {
            case "title" -> rules.title = string(value);
            case "$ref" -> rules.ref = string(value).substring("#/$defs/".length());
            case "type" ->
                Source.strings(value).forEach(kind -> NodeType.ofKey(kind).ifPresent(rules.kinds::add));
            case "enum" -> rules.values.addAll(Source.strings(value));
            case "const" -> rules.values.add(string(value));
            case "properties" ->
                ((Mapping) value)
                        .entries()
                        .forEach(entry -> rules.properties.put(entry.key().value(), rules(entry.value())));
            case "required" -> rules.required.addAll(Source.strings(value));
            case "additionalProperties" -> {
                rules.closed = value instanceof Text;
                rules.additional = value instanceof Text ? null : rules(value);
            }
            case "propertyNames" -> rules.names = rules(value);
            case "minProperties" -> rules.minProperties = number(value).intValue();
            case "items" -> rules.items = rules(value);
            case "minItems" -> rules.minItems = number(value).intValue();
            case "uniqueItems" -> rules.unique = true;
            case "minLength" -> rules.minLength = number(value).intValue();
            case "pattern" -> rules.pattern = Pattern.compile(string(value));
            case "patternErrorMessage" -> rules.patternMessage = string(value);
            case "mapErrorMessage" -> rules.mapMessage = string(value);
            case "minimum" -> rules.minimum = number(value);
            case "exclusiveMinimum" -> rules.above = number(value);
            case "maximum" -> rules.maximum = number(value);
            case "anyOf" -> ((Items) value).items().forEach(item -> rules.anyOf.add(rules(item)));
            case "oneOf" -> ((Items) value).items().forEach(item -> rules.exactlyOne.add(onlyRequired(item)));
            case "if" -> rules.condition = rules(value);
            case "then" -> rules.then = rules(value);
            case "else" -> rules.otherwise = rules(value);
            case "$defs" -> {}
            default -> {
                if (!NOTES.contains(keyword)) {
                    throw new IllegalStateException("the loader does not know the schema keyword '" + keyword + "'");
                }
            }
        }
    }

    /** Returns the one required key of an alternative. The schema uses {@code oneOf} only for "exactly one of these keys". */
    private static String onlyRequired(YamlNode alternative) {
        Rules rules = rules(alternative);
        if (rules.required.size() != 1 || ((Mapping) alternative).entries().size() != 1) {
            throw new IllegalStateException("the loader knows 'oneOf' with one required key each");
        }
        return rules.required.get(0);
    }

    private static String string(YamlNode node) {
        return ((Text) node).value();
    }

    private static Double number(YamlNode node) {
        return Double.valueOf(string(node));
    }

    /** Loads the schema when it is first needed. */
    private static final class Holder {
        static final RuleSchema INSTANCE = load();

        private static RuleSchema load() {
            try (InputStream in = RuleSchema.class.getResourceAsStream(RuleFiles.SCHEMA)) {
                if (in == null) {
                    throw new IllegalStateException("no resource " + RuleFiles.SCHEMA);
                }
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                YamlNode schema = YamlReader.read(RuleFiles.SCHEMA, text, List.of(), new Problems());
                if (!(schema instanceof Mapping entries)) {
                    throw new IllegalStateException(RuleFiles.SCHEMA + " is not a JSON object");
                }
                return new RuleSchema(entries);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
