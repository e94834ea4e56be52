package dev.winnow.learn;

import java.util.Locale;

/**
 * A proposed rule for lines that a person chose.
 *
 * @param id of the rule in a pack, unique in its list
 * @param title describes the lines that it takes, for a person
 * @param yaml the rule with examples, an item of {@code rules:}; ends with a line break
 */
public record Suggestion(String id, Kind kind, String title, String yaml) {

    /** The ways in which a rule matches its lines, from exact to general. */
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

        /** Returns its name in lower case. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
