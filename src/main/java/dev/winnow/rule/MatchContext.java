package dev.winnow.rule;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Known facts about the document while patterns are matched. Immutable and thread-safe.
 *
 * @param language ISO 639-1 code; null when unknown
 * @param known values that <code>{=field}</code> compares with
 */
public record MatchContext(@Nullable String language, Map<Field, String> known) {

    public MatchContext {
        known = Map.copyOf(known);
    }

    /** Whether patterns for a language count on this page: always if its language is unknown, or if {@code words} is null. */
    boolean speaks(@Nullable String words) {
        return words == null || language == null || words.equals(language);
    }
}
