package dev.winnow.rule.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A YAML file as it is written: texts, lists and maps with their places. What a text means is for the schema to say. */
sealed interface YamlNode {

    Position start();

    /** What it is, for a message: {@code text}, {@code a list}, {@code a map}. */
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
     * @param style how it is written
     * @param end after its last character
     */
    record Text(String value, Style style, Position start, Position end) implements YamlNode {

        /** How a scalar is written. */
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

        /** Whether nothing stands here: no characters, or YAML's words for nothing. */
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
     * A map in the order of the file, without the second of two equal keys.
     *
     * @param flow written in braces
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

    /** One key of a map with what it holds. */
    record Entry(Text key, YamlNode value) {}
}
