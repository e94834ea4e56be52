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
 * @param ofSite whether the rule belongs to a site's pack; such values go before those of common rules
 * @param label what the line it stands in is
 * @param match number of the match; captures of one match share it, so a caption finds its credit
 * @param line index of the line it stands in
 * @param dates how the rule's site writes its dates
 */
public record Capture(
        Field field, String text, String rule, boolean ofSite, Label label, int match, int line, DateSettings dates) {}
