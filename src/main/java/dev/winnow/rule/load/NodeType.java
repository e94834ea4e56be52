package dev.winnow.rule.load;

import dev.winnow.rule.load.YamlNode.Items;
import dev.winnow.rule.load.YamlNode.Mapping;
import dev.winnow.rule.load.YamlNode.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The type of a node in a schema, by YAML's core schema, as editors read it. The value itself stays text. */
enum NodeType {
    STRING("text"),
    INTEGER("a whole number"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    NULL("nothing"),
    ARRAY("a list"),
    OBJECT("a map");

    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");

    private final String words;

    NodeType(String words) {
        this.words = words;
    }

    /** Returns the name of the type in messages. */
    String words() {
        return words;
    }

    /** Returns the type with this name in a schema, for example {@code integer}. */
    static Optional<NodeType> ofKey(String key) {
        return Stream.of(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(key))
                .findFirst();
    }

    static NodeType of(YamlNode node) {
        if (node instanceof Items) {
            return ARRAY;
        }
        if (node instanceof Mapping) {
            return OBJECT;
        }
        Text text = (Text) node;
        if (!text.plain()) {
            return STRING;
        }
        if (text.isNull()) {
            return NULL;
        }
        String value = text.value();
        switch (value) {
            case "true", "True", "TRUE", "false", "False", "FALSE":
                return BOOLEAN;
            default:
        }
        char first = value.charAt(0);
        if (first != '-' && first != '+' && first != '.' && (first < '0' || first > '9')) {
            return STRING;
        }
        if (WHOLE.matcher(value).matches()) {
            return INTEGER;
        }
        return DECIMAL.matcher(value).matches() ? NUMBER : STRING;
    }
}
