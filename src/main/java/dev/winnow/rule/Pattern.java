package dev.winnow.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line, or a span of one, must look like: a template, or a regular expression where a template cannot say it. */
public sealed interface Pattern {

    /** Returns the pattern as its author wrote it. */
    String written();

    Place place();

    /** Returns the language of the pages it is for; null for all. The pattern also counts on pages of unknown language. */
    @Nullable
    String language();

    /**
     * Literal text with slots, for example <code>Published on {published:date}</code>.
     *
     * @param written the template
     */
    record Template(String written, @Nullable String language, Place place) implements Pattern {}

    /**
     * A regular expression in RE2 syntax; named groups capture into the field of that name.
     *
     * @param written the expression
     * @param literals literals for the index, at least one of which is in every match; empty to find one in the expression
     */
    record Regex(
            String written, List<String> literals, @Nullable String language, Place place) implements Pattern {
        public Regex {
            literals = List.copyOf(literals);
        }
    }
}
