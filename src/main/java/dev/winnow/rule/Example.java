package dev.winnow.rule;

import java.util.Map;

/**
 * A text that shows what a rule does; run as a test.
 *
 * @param wanted the expected result
 * @param text for {@link Wanted#HIT} with ⟦ and ⟧ around the spans that the rule must take; ⟦⟦label⟧ … ⟧ also names the
 *     expected label
 * @param html whether the text is HTML
 * @param gives for a hit: the expected values of captures, by field
 * @param given known facts: title, url, crawled, language, repeated
 */
public record Example(
        Wanted wanted, String text, boolean html, Map<String, Object> gives, Map<String, String> given, Place place) {

    public enum Wanted {
        /** The rule takes exactly the marked spans. */
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
