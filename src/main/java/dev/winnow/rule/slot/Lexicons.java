package dev.winnow.rule.slot;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The lexicons of a rule set by name. Immutable. */
public final class Lexicons {

    public static final Lexicons NONE = new Lexicons(Map.of());

    private final Map<String, Lexicon> byName;

    public Lexicons(Map<String, Lexicon> byName) {
        this.byName = new TreeMap<>(byName);
    }

    public Optional<Lexicon> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public SortedSet<String> names() {
        return new TreeSet<>(byName.keySet());
    }
}
