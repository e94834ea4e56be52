package dev.winnow.document;

import java.util.List;

/**
 * A date whose order of day and month nobody told, or which the page itself contradicts: kept as it stands, never guessed.
 *
 * @param field the metadata field it was found for, for example {@code published}
 * @param raw as written
 * @param candidates the readings possible, or the days that contradict each other, ISO 8601
 */
public record UndecidedDate(String field, String raw, List<String> candidates) {

    public UndecidedDate {
        candidates = List.copyOf(candidates);
    }
}
