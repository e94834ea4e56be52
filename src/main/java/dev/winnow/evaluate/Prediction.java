package dev.winnow.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result for a page that is compared with its gold.
 *
 * @param text of the article
 * @param labels whether each line of the page without markup that is not blank was kept; null when unknown
 * @param harm changes to clean text; null where the input was no clean text
 */
public record Prediction(
        String text,
        Meta meta,
        boolean @Nullable [] labels,
        @Nullable Harm harm) {

    /** The result for a page on which nothing was found. */
    public static final Prediction NONE = new Prediction("", Meta.NONE, null, null);

    /**
     * Changes to a text that holds only the article.
     *
     * @param words number of words of the text
     * @param removed number of these that were removed; title and standfirst, which become metadata, do not count
     * @param changedAgain whether a second cleaning changes the result
     */
    public record Harm(int words, int removed, boolean changedAgain) {}

    /**
     * Reads predictions by their ids: {@code {"id", "text", "meta": {title, date, authors, site_name, lang}, "labels"}}, or the
     * output of {@code clean}.
     *
     * @param in JSON Lines, not closed
     * @param origin the file's name, for messages
     * @param into filled with the predictions by id
     * @throws EvaluateException if a record cannot be used
     */
    public static void read(InputStream in, String origin, Map<String, Prediction> into)
            throws IOException, EvaluateException {
        Records records = new Records(in, origin);
        for (Fields fields = records.next(); fields != null; fields = records.next()) {
            String id = fields.text("id");
            if (id == null) {
                throw fields.error("'id' is missing");
            }
            if (into.put(id, of(fields)) != null) {
                throw fields.error("the id '" + id + "' stands twice");
            }
        }
    }

    private static Prediction of(Fields fields) throws EvaluateException {
        String text = fields.string("text");
        Meta meta = Meta.of(fields.inside(fields.has("meta") ? "meta" : "metadata"));
        // In the output of clean, labels refer to lines of the text.
        boolean written = fields.has("metadata");
        return new Prediction(text == null ? "" : text, meta, written ? null : fields.labels("labels"), null);
    }
}
