package dev.winnow.rule.load;

import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects diagnostics, at most {@value #PER_FILE} for each file. Not thread-safe. */
final class Problems {

    /**
     * Maximum number of problems per file. With more, the whole file is broken, and further problems would hide the first ones.
     */
    static final int PER_FILE = 100;

    /** In the order of discovery, with duplicates. */
    private final List<Diagnostic> found = new ArrayList<>();

    private final Map<String, Integer> byFile = new HashMap<>();

    void add(Place place, Code code, String message) {
        add(new Diagnostic(place, code.id(), message));
    }

    /** Adds all problems of another list; the limit per file still applies. */
    void addAll(Problems others) {
        others.found.forEach(this::add);
    }

    private void add(Diagnostic problem) {
        Place place = problem.place();
        int count = byFile.merge(place.path(), 1, Integer::sum);
        if (count <= PER_FILE) {
            found.add(problem);
        } else if (count == PER_FILE + 1) {
            found.add(new Diagnostic(
                    place,
                    Code.TOO_MANY.id(),
                    "more than " + PER_FILE + " problems in this file; the rest is not shown"));
        }
    }

    /** Returns all problems without duplicates, sorted by file and place. */
    List<Diagnostic> sorted() {
        return found.stream().distinct().sorted().toList();
    }
}
