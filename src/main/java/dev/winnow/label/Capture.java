package dev.winnow.label;

import dev.winnow.rule.DateSettings;
import dev.winnow.rule.Field;

/**
 * A value that was found on a page.
 *
 * @param field the metadata field that it is for
 * @param text as it stands in the line
 * @param provenance where it comes from
 * @param dates how the rule's site writes its dates
 */
public record Capture(Field field, String text, Provenance provenance, DateSettings dates) {

    /** Makes a capture whose source does not tell how it writes dates. */
    public Capture(Field field, String text, Provenance provenance) {
        this(field, text, provenance, DateSettings.UNKNOWN);
    }

    /** Returns the same capture with other date settings. */
    public Capture with(DateSettings other) {
        return new Capture(field, text, provenance, other);
    }

    /** Returns the full id of the rule or mechanism that found the value: the evidence. */
    public String rule() {
        return provenance.evidence();
    }

    /** Returns the rank of the source; a better rank goes first. */
    public Provenance.Rank rank() {
        return provenance.rank();
    }

    /** Whether the value was found by its place on the page, not by a match of a rule. */
    public boolean ofMarkup() {
        return !(provenance instanceof Provenance.Match);
    }
}
