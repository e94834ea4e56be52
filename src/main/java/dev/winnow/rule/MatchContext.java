package dev.winnow.rule;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the document while patterns are matched.
 *
 * @param language ISO 639-1 code; null when unknown
 * @param known values that <code>{=field}</code> compares with
 */
public record MatchContext(@Nullable String language, Map<Field, String> known) {

    public MatchContext {
        known = Map.copyOf(known);
    }

    /** Whether words of a language count here: those of the document's language, all where it is unknown; null for every language. */
    boolean speaks(@Nullable String words) {
        return words == null || language == null || words.equals(language);
    }
}
