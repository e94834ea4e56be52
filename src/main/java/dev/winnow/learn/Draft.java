package dev.winnow.learn;

import dev.winnow.document.Label;
import dev.winnow.learn.Yaml.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule as it will be written.
 *
 * @param id the last part of its full id
 * @param description one sentence with its full stop
 * @param keys its matcher and conditions, a line of YAML each, without indent
 * @param hits texts with marks around what it takes, each with the keys of its {@code gives} below
 * @param misses texts of which it takes nothing
 * @param seen what was seen of it, for the comment above
 */
record Draft(
        String id,
        String description,
        Label label,
        List<String> keys,
        List<Hit> hits,
        List<String> misses,
        String seen) {

    /**
     * An example.
     *
     * @param gives of a captured field the value that must come out, as {@code field: value}; empty for none
     */
    record Hit(String text, String gives) {}

    Draft {
        keys = List.copyOf(keys);
        hits = List.copyOf(hits);
        misses = List.copyOf(misses);
    }

    Draft seen(String more) {
        return new Draft(id, description, label, keys, hits, misses, seen + more);
    }

    Draft called(String other) {
        return new Draft(other, description, label, keys, hits, misses, seen);
    }

    /** As YAML, an item of {@code rules}. */
    String yaml() {
        List<String> lines = new ArrayList<>();
        for (String comment : seen.split("\n")) {
            lines.add("# " + comment);
        }
        lines.add("- id: " + id);
        lines.add("  description: " + Text.of(description));
        lines.add("  label: " + label.key());
        keys.forEach(key -> lines.add("  " + key));
        lines.add("  examples:");
        for (Hit hit : hits) {
            lines.add("  - hit: " + Text.block(hit.text(), 6));
            if (!hit.gives().isEmpty()) {
                lines.add("    gives: {" + hit.gives() + "}");
            }
        }
        misses.forEach(miss -> lines.add("  - miss: " + Text.block(miss, 6)));
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }
}
