package dev.winnow.label;

import dev.winnow.document.HeadValue;
import dev.winnow.document.SourceDocument;
import dev.winnow.rule.Field;
import dev.winnow.text.Hosts;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts about a page that are known before its lines are labelled.
 *
 * @param host of its URL, lower case; null when unknown
 * @param day when the page was crawled; it decides which layout applies; null when unknown
 * @param language ISO 639-1 code; null when unknown
 * @param title from the input, or else from the page's head; null when unknown
 */
public record Known(
        @Nullable String host,
        @Nullable LocalDate day,
        @Nullable String language,
        @Nullable String title) {

    public static final Known NOTHING = new Known(null, null, null, null);

    /**
     * Returns the facts that a document and its head give.
     *
     * @param language ISO 639-1 code; null when it is to be found in the text
     * @param head machine-readable values of the page; empty for plain text
     */
    public static Known of(SourceDocument source, @Nullable String language, List<HeadValue> head) {
        Object given = source.extra().get("title");
        String title = given instanceof String text && !text.isBlank() ? text.strip() : null;
        String url = source.url();
        for (HeadValue value : head) {
            title = title == null && value.field().equals(Field.TITLE.key()) ? value.text() : title;
            url = url == null && value.field().equals(Field.URL.key()) ? value.text() : url;
        }
        return new Known(Hosts.ofSite(url), source.crawled(), language, title);
    }
}
