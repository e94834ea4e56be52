package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.rule.DateSettings;
import dev.winnow.rule.Field;

/**
 * A value found by an accepted match.
 *
 * @param field what it is for
 * @param text as it stands in the line
 * @param rule the full id of the rule, or the mechanism, that found it: the evidence
 * @param origin who says it: which goes before what
 * @param label what the line it stands in is
 * @param match number of the match; captures of one match share it, so a caption finds its credit. Negative for a value that
 *     was found by its place in the markup
 * @param line index of the line it stands in; negative for a value found by its place in the markup, and the same for all that
 *     one selector of a pack's metadata found
 * @param dates how the rule's site writes its dates
 */
public record Capture(
        Field field, String text, String rule, Origin origin, Label label, int match, int line, DateSettings dates) {

    /** The same where dates are written otherwise. */
    public Capture with(DateSettings other) {
        return new Capture(field, text, rule, origin, label, match, line, other);
    }

    /** Whether it was found by its place in the markup rather than by a match of a rule; its number of the match is negative then. */
    public boolean ofMarkup() {
        return match < 0;
    }

    /** Who says a value, the most trustworthy first. */
    public enum Origin {
        /** A rule of the page's site. */
        SITE,
        /** The page itself, for programs. */
        HEAD,
        /** A rule for pages in general, or a mechanism. */
        COMMON
    }
}
