package dev.winnow.label;

import dev.winnow.rule.DateSettings;
import dev.winnow.rule.Field;

/**
 * A value that was found on a page.
 *
 * @param field what it is for
 * @param text as it stands in the line
 * @param provenance where it comes from
 * @param dates how the rule's site writes its dates
 */
public record Capture(Field field, String text, Provenance provenance, DateSettings dates) {

    /** One whose source does not tell how it writes dates. */
    public Capture(Field field, String text, Provenance provenance) {
        this(field, text, provenance, DateSettings.UNKNOWN);
    }

    /** The same where dates are written otherwise. */
    public Capture with(DateSettings other) {
        return new Capture(field, text, provenance, other);
    }

    /** The full id of the rule, or the mechanism, that found it: the evidence. */
    public String rule() {
        return provenance.evidence();
    }

    /** Who says it: which goes before what. */
    public Provenance.Rank rank() {
        return provenance.rank();
    }

    /** Whether it was found by its place on the page rather than by a match of a rule. */
    public boolean ofMarkup() {
        return !(provenance instanceof Provenance.Match);
    }
}
