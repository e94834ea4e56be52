package dev.winnow.imports;

import java.util.List;

/**
 * A rule pack made from a file, and the outcome of each line of the file.
 *
 * @param id id of the pack: a host
 * @param yaml the pack; empty if nothing could be translated
 * @param outcomes outcomes in the order of the file, without comments and blank lines
 */
public record Imported(String id, String yaml, List<Outcome> outcomes) {

    public Imported {
        outcomes = List.copyOf(outcomes);
    }

    /** Returns the lines whose meaning the pack lacks. */
    public List<Outcome> losses() {
        return outcomes.stream().filter(outcome -> outcome.kind().isLoss()).toList();
    }

    /** Whether the pack has everything in the file that concerns Winnow. */
    public boolean isWhole() {
        return !yaml.isEmpty() && losses().isEmpty();
    }
}
