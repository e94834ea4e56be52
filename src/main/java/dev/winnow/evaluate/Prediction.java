package dev.winnow.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found on a page.
 *
 * @param text of the article
 * @param labels for each line of the page without markup that is not blank, whether it was kept; null when unknown
 * @param harm what happened to clean text, null where none was given
 */
public record Prediction(
        String text,
        Meta meta,
        boolean @Nullable [] labels,
        @Nullable Harm harm) {

    /** Nothing was found. */
    public static final Prediction NONE = new Prediction("", Meta.NONE, null, null);

    /**
     * What happened to text that holds nothing but the article.
     *
     * @param words it has
     * @param removed of these; title and standfirst, which become metadata, do not count
     * @param changedAgain whether cleaning what came out changes it
     */
    public record Harm(int words, int removed, boolean changedAgain) {}

    /**
     * Reads predictions by their ids: {@code {"id", "text", "meta": {title, date, authors, site_name, lang}, "labels"}}, or what
     * {@code clean} writes.
     *
     * @param in JSON Lines, not closed
     * @param origin the file's name, for messages
     * @param into where they go
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
        // In what clean writes, labels are of the text.
        boolean written = fields.has("metadata");
        return new Prediction(text == null ? "" : text, meta, written ? null : fields.labels("labels"), null);
    }
}
