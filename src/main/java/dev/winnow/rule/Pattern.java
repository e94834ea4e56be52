package dev.winnow.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line, or a stretch of one, must look like: a template, or a regular expression as the way out. */
public sealed interface Pattern {

    /** As the rule's author wrote it. */
    String written();

    Place place();

    /** The language of the pages it is for; null for all. Where a page's language is unknown, it counts, too. */
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
     * @param literals texts of which every match holds one, for the index; empty when one is to be found in the expression
     */
    record Regex(
            String written, List<String> literals, @Nullable String language, Place place) implements Pattern {
        public Regex {
            literals = List.copyOf(literals);
        }
    }
}
