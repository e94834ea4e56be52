package dev.winnow.label;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a page before its lines are labelled.
 *
 * @param host of its URL, lower case; null when unknown
 * @param day on which its layout was seen: when it was crawled; null when unknown
 * @param language ISO 639-1 code; null when unknown
 * @param title from the input; null when unknown
 */
public record Known(
        @Nullable String host,
        @Nullable LocalDate day,
        @Nullable String language,
        @Nullable String title) {

    public static final Known NOTHING = new Known(null, null, null, null);
}
