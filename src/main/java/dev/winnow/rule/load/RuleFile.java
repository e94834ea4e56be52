package dev.winnow.rule.load;

import dev.winnow.rule.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule file as read.
 *
 * @param path as shown in messages
 * @param name its path below its root, with {@code /}
 * @param root number of its root
 * @param digest SHA-256 of its bytes, in hexadecimal
 * @param lines of its text, without line ends; empty when it could not be read
 * @param content null when it is no YAML of the kind the language takes
 * @param checked whether it was checked when the program was built; then nothing in it is checked again, and {@code lines} is empty
 */
record RuleFile(
        String path,
        String name,
        int root,
        String digest,
        List<String> lines,
        @Nullable YamlNode content,
        boolean checked) {

    RuleFile {
        lines = List.copyOf(lines);
    }

    Place place(YamlNode.Position position) {
        return new Place(path, position.line(), position.column());
    }
}
