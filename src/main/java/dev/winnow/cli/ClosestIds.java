package dev.winnow.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Of all ids of a corpus the few that are most like one that is not there. Holds no more than these. */
final class ClosestIds {

    private static final int FEW = 3;

    private final String wanted;
    private final List<String> closest = new ArrayList<>();
    private long count;

    ClosestIds(String wanted) {
        this.wanted = wanted;
    }

    void add(String id) {
        count++;
        closest.add(id);
        closest.sort(Comparator.comparingDouble(this::likeness).reversed().thenComparing(Comparator.naturalOrder()));
        if (closest.size() > FEW) {
            closest.remove(FEW);
        }
    }

    /** What to say about the id that was not found. */
    String message() {
        return "there is no document '" + wanted + "' among " + Standard.count(count, "document")
                + (closest.isEmpty() ? "" : "; the closest ids are " + String.join(", ", closest));
    }

    /** The share of an id that its beginning and end have in common with the one wanted; one that holds it counts most. */
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
