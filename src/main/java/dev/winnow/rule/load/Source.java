package dev.winnow.rule.load;

import dev.winnow.rule.Place;
import dev.winnow.rule.load.YamlNode.Items;
import dev.winnow.rule.load.YamlNode.Mapping;
import dev.winnow.rule.load.YamlNode.Position;
import dev.winnow.rule.load.YamlNode.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One file with its list of problems, and functions to read its nodes. Reading never fails: a value that the schema refused is
 * read as missing, so that later checks still find other problems.
 */
record Source(RuleFile file, Problems problems) {

    /** Whether the file was checked when the program was built, so that no check is needed. */
    boolean checked() {
        return file.checked();
    }

    void problem(Position position, Code code, String message) {
        problems.add(place(position), code, message);
    }

    /** Adds a problem at an offset of a text's value, in UTF-16 units. */
    void problem(Text text, int offset, Code code, String message) {
        problem(TextPlaces.at(text, file.lines(), offset), code, message);
    }

    Place place(Position position) {
        return file.place(position);
    }

    static Optional<Text> text(@Nullable YamlNode node) {
        return node instanceof Text text && !text.isNull() ? Optional.of(text) : Optional.empty();
    }

    static Optional<Text> text(Mapping map, String key) {
        return text(map.get(key));
    }

    /** Returns a text; empty if there is none. */
    static String string(Mapping map, String key) {
        return text(map, key).map(Text::value).orElse("");
    }

    /** Returns the nodes of a list, or a single node as a list. */
    static List<YamlNode> oneOrMore(@Nullable YamlNode node) {
        if (node instanceof Items items) {
            return items.items();
        }
        return node == null ? List.of() : List.of(node);
    }

    // Loops rather than streams: these run thousands of times at every start, before the JVM has compiled anything.

    /** Returns the texts of a list, or a single text as a list. */
    static List<Text> texts(@Nullable YamlNode node) {
        List<Text> texts = new ArrayList<>();
        for (YamlNode item : oneOrMore(node)) {
            if (item instanceof Text text && !text.isNull()) {
                texts.add(text);
            }
        }
        return texts;
    }

    static List<String> strings(@Nullable YamlNode node) {
        List<String> strings = new ArrayList<>();
        for (YamlNode item : oneOrMore(node)) {
            if (item instanceof Text text && !text.isNull()) {
                strings.add(text.value());
            }
        }
        return strings;
    }

    static List<Mapping> maps(@Nullable YamlNode node) {
        List<Mapping> maps = new ArrayList<>();
        for (YamlNode item : oneOrMore(node)) {
            if (item instanceof Mapping map) {
                maps.add(map);
            }
        }
        return maps;
    }

    static Optional<Mapping> map(Mapping map, String key) {
        return map.get(key) instanceof Mapping entries ? Optional.of(entries) : Optional.empty();
    }

    static boolean isTrue(Mapping map, String key) {
        return text(map, key)
                .filter(text -> text.value().equalsIgnoreCase("true"))
                .isPresent();
    }

    /** Returns a whole number of at most seven digits; the default if there is none. */
    static int count(Mapping map, String key, int otherwise) {
        return text(map, key)
                .filter(text -> text.value().matches("\\d{1,7}"))
                .map(text -> Integer.valueOf(text.value()))
                .orElse(otherwise);
    }

    /** Returns a number; the default if there is none. */
    static double number(Mapping map, String key, double otherwise) {
        return text(map, key)
                .filter(text -> text.value().matches("\\d{0,9}(\\.\\d{1,9})?")
                        && !text.value().isEmpty())
                .map(text -> Double.valueOf(text.value()))
                .orElse(otherwise);
    }
}
