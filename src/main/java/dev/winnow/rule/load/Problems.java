package dev.winnow.rule.load;

import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects diagnostics, a bounded number for each file. */
final class Problems {

    /** A file with more problems than this is broken as a whole; the rest would only hide the first. */
    static final int PER_FILE = 100;

    private final Set<Diagnostic> found = new HashSet<>();
    private final Map<String, Integer> byFile = new HashMap<>();

    void add(Place place, Code code, String message) {
        int count = byFile.merge(place.path(), 1, Integer::sum);
        if (count <= PER_FILE) {
            found.add(new Diagnostic(place, code.id(), message));
        } else if (count == PER_FILE + 1) {
            found.add(new Diagnostic(
                    place,
                    Code.TOO_MANY.id(),
                    "more than " + PER_FILE + " problems in this file; the rest is not shown"));
        }
    }

    /** All, in the order of files and places. */
    List<Diagnostic> sorted() {
        List<Diagnostic> sorted = new ArrayList<>(found);
        sorted.sort(null);
        return sorted;
    }
}
