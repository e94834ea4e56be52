package dev.winnow.rule.slot;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The lexicons of a rule set by name. Immutable and thread-safe. */
public final class Lexicons {

    public static final Lexicons NONE = new Lexicons(Map.of());

    private final Map<String, Lexicon> byName;
    /** Made on first use and shared by slots and metadata. */
    private @Nullable DateWords dates;

    private @Nullable SlotTypes types;

    public Lexicons(Map<String, Lexicon> byName) {
        this.byName = new TreeMap<>(byName);
    }

    public Optional<Lexicon> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns the words of dates and times. */
    synchronized DateWords dates() {
        if (dates == null) {
            dates = new DateWords(this);
        }
        return dates;
    }

    /** Returns the slot types that use these lexicons. */
    synchronized SlotTypes types() {
        if (types == null) {
            types = SlotTypes.make(this);
        }
        return types;
    }

    public SortedSet<String> names() {
        return new TreeSet<>(byName.keySet());
    }
}
