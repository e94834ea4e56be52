package dev.winnow.document;

import java.util.List;

/**
 * A date that could not be decided: the order of day and month is unknown, or the page contradicts itself. It is kept as
 * written, never guessed.
 *
 * @param field the metadata field it was found for, for example {@code published}
 * @param raw as written
 * @param candidates the possible readings, or the days that contradict each other, as ISO 8601
 */
public record UndecidedDate(String field, String raw, List<String> candidates) {

    public UndecidedDate {
        candidates = List.copyOf(candidates);
    }
}
