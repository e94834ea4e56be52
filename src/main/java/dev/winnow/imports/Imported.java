package dev.winnow.imports;

import java.util.List;

/**
 * A rule pack, and what became of each line of the file it was made from.
 *
 * @param id of the pack: a host
 * @param yaml the pack; empty when nothing of the file could be translated
 * @param outcomes in the order of the file; without comments and blank lines
 */
public record Imported(String id, String yaml, List<Outcome> outcomes) {

    public Imported {
        outcomes = List.copyOf(outcomes);
    }

    /** What is in the file and not in the pack. */
    public List<Outcome> losses() {
        return outcomes.stream().filter(outcome -> outcome.kind().isLoss()).toList();
    }

    /** Whether all of the file that concerns Winnow is in the pack. */
    public boolean isWhole() {
        return !yaml.isEmpty() && losses().isEmpty();
    }
}
