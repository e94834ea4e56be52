package dev.winnow.rule.slot;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The types a slot of a template can have. Immutable and thread-safe.
 *
 * <p>Words come from the lexicons {@code months}, {@code weekdays}, {@code date-words}, {@code zones}, {@code name-particles},
 * {@code name-titles}, {@code staff-names}, {@code person-joins}, {@code place-particles}, {@code agencies} and
 * {@code credit-marks}; where one is missing, its words are simply not known.
 */
public final class SlotTypes {

    private final TreeMap<String, SlotType> byName = new TreeMap<>();

    private SlotTypes() {}

    /** The types, with the words of these lexicons. */
    public static SlotTypes of(Lexicons lexicons) {
        SlotTypes types = new SlotTypes();
        DateWords dates = lexicons.dates();
        types.add(SimpleSlots.ANY);
        types.add(SimpleSlots.INT);
        types.add(SimpleSlots.YEAR);
        types.add(SimpleSlots.NUMBER);
        types.add(SimpleSlots.WORD);
        types.add(SimpleSlots.UPPER);
        types.add(new DateSlot("date", 64, DateScan.Mode.DATE, dates));
        types.add(new DateSlot("time", 48, DateScan.Mode.TIME, dates));
        types.add(new DateSlot("datetime", 110, DateScan.Mode.DATETIME, dates));
        types.add(new DateSlot("monthday", 48, DateScan.Mode.MONTHDAY, dates));
        types.add(new StampSlot(lexicons, dates));
        types.add(SimpleSlots.URL);
        types.add(SimpleSlots.EMAIL);
        NameWords names = new NameWords(lexicons, dates);
        types.add(new PersonSlot("person", 80, 1, names));
        types.add(new PersonSlot("people", 300, 12, names));
        types.add(new PlaceSlot(names));
        types.add(new CreditSlot(names));
        types.add(new TagsSlot());
        return types;
    }

    private void add(SlotType type) {
        byName.put(type.name(), type);
    }

    /** The type templates call by this name. */
    public Optional<SlotType> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All names, for messages and schemas. */
    public SortedSet<String> names() {
        return new TreeSet<>(byName.keySet());
    }
}
