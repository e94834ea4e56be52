package dev.winnow.rule;

import java.util.Map;

/**
 * A text that shows what a rule does; run as a test.
 *
 * @param wanted what must happen
 * @param text with the stretches the rule must take in ⟦ and ⟧ (for {@link Wanted#HIT}); ⟦⟦label⟧ … ⟧ says which label it gives
 * @param html whether the text is HTML
 * @param gives for a hit: values the rule's captures must yield, by field
 * @param given what is known beforehand: title, url, crawled, language, repeated
 */
public record Example(
        Wanted wanted, String text, boolean html, Map<String, Object> gives, Map<String, String> given, Place place) {

    public enum Wanted {
        /** The rule takes exactly the marked stretches. */
        HIT,
        /** The rule takes nothing. */
        MISS,
        /** A known failure: marked like a hit (or unmarked like a miss), and does not hold yet. */
        TODO
    }

    public Example {
        gives = Map.copyOf(gives);
        given = Map.copyOf(given);
    }
}
