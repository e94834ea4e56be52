package dev.winnow.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The scores of all pages, in groups. Not thread-safe. */
public final class Evaluation {

    private final Map<By, Map<String, Group>> groups = new LinkedHashMap<>();
    private int pages;

    public Evaluation(List<By> kinds) {
        kinds.forEach(by -> groups.put(by, new TreeMap<>()));
    }

    /**
     * Adds the scores of a page.
     *
     * @param other scores of the run to compare with; null if there is none
     */
    public void add(Gold gold, Tally own, @Nullable Tally other) {
        pages++;
        groups.forEach((by, named) ->
                named.computeIfAbsent(by.group(gold), unknown -> new Group()).add(gold, own, other));
    }

    public int pages() {
        return pages;
    }

    /** Returns the groups by their names, for each requested kind. */
    public Map<By, Map<String, Group>> groups() {
        return groups;
    }
}
