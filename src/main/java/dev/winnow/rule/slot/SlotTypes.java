package dev.winnow.rule.slot;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The types of slots in templates. Immutable and thread-safe.
 *
 * <p>Words come from the lexicons {@code months}, {@code weekdays}, {@code date-words}, {@code zones},
 * {@code name-particles}, {@code name-titles}, {@code staff-names}, {@code person-joins}, {@code place-particles},
 * {@code agencies} and {@code credit-marks}. The words of a missing lexicon are unknown; that is no error.
 */
public final class SlotTypes {

    private final TreeMap<String, SlotType> byName = new TreeMap<>();

    private final People people;
    private final PlaceSlot place;
    private final CreditSlot credit;

    private SlotTypes(People people, PlaceSlot place, CreditSlot credit) {
        this.people = people;
        this.place = place;
        this.credit = credit;
    }

    /** Returns the types with the words of these lexicons; made once per {@link Lexicons}. */
    public static SlotTypes of(Lexicons lexicons) {
        return lexicons.types();
    }

    static SlotTypes make(Lexicons lexicons) {
        DateWords dates = lexicons.dates();
        NameWords names = new NameWords(lexicons, dates);
        SlotTypes types = new SlotTypes(new People(lexicons), new PlaceSlot(names), new CreditSlot(names));
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
        types.add(PersonSlot.one(names));
        types.add(PersonSlot.several(names));
        types.add(types.place);
        types.add(types.credit);
        types.add(new TagsSlot());
        return types;
    }

    /** Returns the reader for values of {@code person} and {@code people}. */
    public People people() {
        return people;
    }

    /** Returns the type of places, which also reads them. */
    public PlaceSlot place() {
        return place;
    }

    /** Returns the type of credits, which also reads them. */
    public CreditSlot credit() {
        return credit;
    }

    private void add(SlotType type) {
        byName.put(type.name(), type);
    }

    /** Returns the type of this name in templates. */
    public Optional<SlotType> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns all names, for messages and schemas. */
    public SortedSet<String> names() {
        return new TreeSet<>(byName.keySet());
    }
}
