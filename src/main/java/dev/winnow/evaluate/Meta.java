package dev.winnow.evaluate;

import dev.winnow.document.Metadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a page, from gold or a prediction.
 *
 * @param title null when unknown, as the other values
 * @param date of publication, as it is written
 * @param authors empty when unknown
 * @param language a code such as {@code en} or {@code en-GB}
 */
public record Meta(
        @Nullable String title,
        @Nullable String date,
        List<String> authors,
        @Nullable String siteName,
        @Nullable String language) {

    static final Meta NONE = new Meta(null, null, List.of(), null, null);

    public Meta {
        authors = List.copyOf(authors);
    }

    /** Reads the metadata of gold, of predictions, or of records that {@code clean} wrote. */
    static Meta of(Fields fields) throws EvaluateException {
        String date = fields.date("date");
        return new Meta(
                fields.text("title"),
                date == null ? fields.text("published") : date,
                fields.names(fields.has("authors") ? "authors" : "author"),
                fields.text("site_name"),
                fields.text("lang", "language"));
    }

    static Meta of(Metadata metadata) {
        return new Meta(
                metadata.title(), metadata.published(), metadata.authors(), metadata.siteName(), metadata.language());
    }
}
