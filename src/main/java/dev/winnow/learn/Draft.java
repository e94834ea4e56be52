package dev.winnow.learn;

import dev.winnow.document.Label;
import dev.winnow.learn.Yaml.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A proposed rule before it is written as YAML.
 *
 * @param id the last part of its full id
 * @param description one sentence with its full stop
 * @param keys its matcher and conditions, each a line of YAML without indent
 * @param hits texts with ⟦ ⟧ around the part that it takes
 * @param misses texts of which it takes nothing
 * @param seen its evidence, for the comment above the rule; empty for none
 */
record Draft(
        String id,
        String description,
        Label label,
        List<String> keys,
        List<String> hits,
        List<String> misses,
        String seen) {

    Draft {
        keys = List.copyOf(keys);
        hits = List.copyOf(hits);
        misses = List.copyOf(misses);
    }

    Draft named(String other) {
        return new Draft(other, description, label, keys, hits, misses, seen);
    }

    Draft seen(String more) {
        return new Draft(id, description, label, keys, hits, misses, seen + more);
    }

    /** @param support null where no pages were held back */
    Learnt.Proposed proposed(Learnt.@Nullable Support support) {
        return new Learnt.Proposed(id, description, label, yaml(), support);
    }

    /** Returns the rule as YAML, an item of {@code rules}. */
    String yaml() {
        List<String> lines = new ArrayList<>();
        seen.lines().forEach(comment -> lines.add("# " + comment));
        lines.add("- id: " + id);
        lines.add("  description: " + Text.of(description));
        lines.add("  label: " + label.key());
        keys.forEach(key -> lines.add("  " + key));
        lines.add("  examples:");
        hits.forEach(hit -> lines.add("  - hit: " + Text.block(hit, 6)));
        misses.forEach(miss -> lines.add("  - miss: " + Text.block(miss, 6)));
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }
}
