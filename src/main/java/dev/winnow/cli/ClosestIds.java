package dev.winnow.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the ids of a corpus that are most similar to an id that does not exist. Keeps only the 3 best in memory. */
final class ClosestIds {

    private static final int FEW = 3;

    /** Minimum likeness of an id that may have been meant. */
    private static final double NEAR = 0.5;

    private final String wanted;
    private final List<String> closest = new ArrayList<>();
    private long count;

    ClosestIds(String wanted) {
        this.wanted = wanted;
    }

    void add(String id) {
        count++;
        if (likeness(id) < NEAR) {
            return;
        }
        closest.add(id);
        closest.sort(Comparator.comparingDouble(this::likeness).reversed().thenComparing(Comparator.naturalOrder()));
        if (closest.size() > FEW) {
            closest.remove(FEW);
        }
    }

    /** Returns the error message about the id that was not found. */
    String message() {
        return "there is no document '" + wanted + "' among " + Standard.count(count, "document")
                + (closest.isEmpty()
                        ? ""
                        : (closest.size() == 1 ? "; the closest id is " : "; the closest ids are ")
                                + String.join(", ", closest));
    }

    /**
     * Similarity from 0 to 1: the common prefix and suffix with the wanted id, as a share of the longer id. An id that contains
     * the wanted one has 1.
     */
    private double likeness(String id) {
        if (id.contains(wanted)) {
            return 1;
        }
        int shorter = Math.min(id.length(), wanted.length());
        int head = 0;
        while (head < shorter && id.charAt(head) == wanted.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && id.charAt(id.length() - 1 - tail) == wanted.charAt(wanted.length() - 1 - tail)) {
            tail++;
        }
        return (head + tail) / (double) Math.max(1, Math.max(id.length(), wanted.length()));
    }
}
