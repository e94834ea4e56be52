package dev.winnow.rule.load;

import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects diagnostics, a bounded number for each file. */
final class Problems {

    /** A file with more problems than this is broken as a whole; the rest would only hide the first. */
    static final int PER_FILE = 100;

    /** As they were found, some of them twice. */
    private final List<Diagnostic> found = new ArrayList<>();

    private final Map<String, Integer> byFile = new HashMap<>();

    void add(Place place, Code code, String message) {
        add(new Diagnostic(place, code.id(), message));
    }

    /** Adds all of another list, as if they had been found here. */
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

    /** All, in the order of files and places. */
    List<Diagnostic> sorted() {
        return found.stream().distinct().sorted().toList();
    }
}
