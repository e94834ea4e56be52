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
 * One file with its problems, and reading of nodes that never fails: what the schema has found wrong is read as if it were not
 * there, so that the checks after it still find what else is wrong.
 */
record Source(RuleFile file, Problems problems) {

    /** Whether nothing needs to be checked, since it was when the program was built. */
    boolean checked() {
        return file.checked();
    }

    void problem(Position position, Code code, String message) {
        problems.add(place(position), code, message);
    }

    /** A problem inside a text. */
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

    /** A text, or the empty one. */
    static String string(Mapping map, String key) {
        return text(map, key).map(Text::value).orElse("");
    }

    /** A single node, or those of a list. */
    static List<YamlNode> oneOrMore(@Nullable YamlNode node) {
        if (node instanceof Items items) {
            return items.items();
        }
        return node == null ? List.of() : List.of(node);
    }

    // Loops rather than streams: these are asked thousands of times at every start, before anything is compiled.

    /** The texts of a list, or a single one. */
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

    /** A whole number, or another where there is none. */
    static int count(Mapping map, String key, int otherwise) {
        return text(map, key)
                .filter(text -> text.value().matches("\\d{1,7}"))
                .map(text -> Integer.valueOf(text.value()))
                .orElse(otherwise);
    }

    /** A number, or another where there is none. */
    static double number(Mapping map, String key, double otherwise) {
        return text(map, key)
                .filter(text -> text.value().matches("\\d{0,9}(\\.\\d{1,9})?")
                        && !text.value().isEmpty())
                .map(text -> Double.valueOf(text.value()))
                .orElse(otherwise);
    }
}
