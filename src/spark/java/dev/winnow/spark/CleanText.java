package dev.winnow.spark;

import dev.winnow.document.SourceDocument;

/**
 * {@code winnow_clean(text, url)}: the article of a text as a struct, with the columns of {@code --format parquet}; null of null. The
 * URL may be null. Also by name, as {@code spark.udf.registerJavaFunction} wants it.
 */
public final class CleanText extends CleanFunction {

    private static final long serialVersionUID = 1;

    /** As {@code winnow clean} without options. */
    public CleanText() {
        this(Settings.DEFAULT);
    }

    public CleanText(Settings settings) {
        super(settings, SourceDocument.Form.TEXT);
    }
}
