package dev.winnow.learn;

import java.util.Locale;

/**
 * A rule that takes lines which a person chose.
 *
 * @param id of the rule, for a pack; no other one of the same list has it
 * @param title what it takes, for a person
 * @param yaml the rule with examples, an item of {@code rules:}; ends with a line break
 */
public record Suggestion(String id, Kind kind, String title, String yaml) {

    /** How a rule knows its lines, from exact to general. */
    public enum Kind {
        /** By their text. */
        LITERAL,
        /** By their text with slots. */
        TEMPLATE,
        /** By words of a lexicon. */
        LEXICON,
        /** As a sequence. */
        LINES,
        /** From the first of them to the last, or to the end of the page. */
        RANGE,
        /** By the element in which they stand. */
        SELECTOR;

        /** Its name in small letters. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
