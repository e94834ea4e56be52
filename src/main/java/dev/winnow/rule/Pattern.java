package dev.winnow.rule;

import org.jspecify.annotations.Nullable;

/** What a line, or a stretch of one, must look like: a template, or a regular expression as the way out. */
public sealed interface Pattern {

    /** As the rule's author wrote it. */
    String written();

    Place place();

    /**
     * Literal text with slots, for example <code>Published on {published:date}</code>.
     *
     * @param written the template
     */
    record Template(String written, Place place) implements Pattern {}

    /**
     * A regular expression in RE2 syntax; named groups capture into the field of that name.
     *
     * @param written the expression
     * @param literal text every match holds, for the index; null when it is to be found in the expression
     */
    record Regex(String written, @Nullable String literal, Place place) implements Pattern {}
}
