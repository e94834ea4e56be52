package dev.winnow.rule.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a YAML file: a text, a list or a map, with its place. Texts are not interpreted here; the schema decides their
 * type.
 */
sealed interface YamlNode {

    Position start();

    /** Returns the kind of the node for messages: {@code text}, {@code a list}, {@code a map}. */
    String kind();

    /**
     * A place in a file.
     *
     * @param line from 1
     * @param column from 1, in code points
     */
    record Position(int line, int column) {}

    /**
     * A scalar, never interpreted: {@code 2017-01-01}, {@code no} and {@code 1.20} stay as they are.
     *
     * @param style notation in the file
     * @param end place after its last character
     */
    record Text(String value, Style style, Position start, Position end) implements YamlNode {

        /** The notation of a scalar. */
        enum Style {
            PLAIN,
            SINGLE_QUOTED,
            DOUBLE_QUOTED,
            LITERAL,
            FOLDED
        }

        boolean plain() {
            return style == Style.PLAIN;
        }

        /** Whether the value is null: no characters, or one of YAML's words for null. */
        boolean isNull() {
            return plain()
                    && switch (value) {
                        case "", "~", "null", "Null", "NULL" -> true;
                        default -> false;
                    };
        }

        @Override
        public String kind() {
            return "text";
        }
    }

    /** A list. */
    record Items(List<YamlNode> items, Position start) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A map, in the order of the file. If a key occurs twice, only the first entry is kept.
     *
     * @param flow true if the map is written in braces
     */
    record Mapping(List<Entry> entries, boolean flow, Position start) implements YamlNode {

        @Nullable
        Entry entry(String key) {
            for (Entry entry : entries) {
                if (entry.key().value().equals(key)) {
                    return entry;
                }
            }
            return null;
        }

        @Nullable
        YamlNode get(String key) {
            Entry entry = entry(key);
            return entry == null ? null : entry.value();
        }

        @Override
        public String kind() {
            return "a map";
        }
    }

    /** One key of a map with its value. */
    record Entry(Text key, YamlNode value) {}
}
