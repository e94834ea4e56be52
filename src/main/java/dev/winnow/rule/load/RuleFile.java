package dev.winnow.rule.load;

import dev.winnow.rule.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule file, as read from a root.
 *
 * @param path the path shown in messages
 * @param name path relative to its root, with {@code /}
 * @param root index of its root
 * @param digest SHA-256 of its bytes, in hexadecimal
 * @param lines the lines of its text, without line ends
 * @param content null if it is not YAML, or YAML that rule files may not use
 * @param checked true if it was checked when the program was built. Then it is not checked again, and {@code lines} is empty
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
