package dev.winnow.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One document as it came, decoded, with what is known of its origin.
 *
 * @param id what the document is called in output; not empty
 * @param form what the text is written in, and so how its lines are found
 * @param text the decoded text, unchanged otherwise
 * @param url where it was found; null when unknown
 * @param crawl how it was fetched; null when unknown
 * @param charset name of the charset it was decoded with; null when it came as text
 * @param undecodable bytes that the charset alone would not bring back, in order of offset
 * @param warnings what a person should know about the reading, for example that the declared charset was wrong
 * @param extra fields of the input record that Winnow does not know, passed through
 */
public record SourceDocument(
        String id,
        Form form,
        String text,
        @Nullable String url,
        @Nullable Crawl crawl,
        @Nullable String charset,
        List<Undecodable> undecodable,
        List<String> warnings,
        Map<String, Object> extra) {

    /** What a document's text is written in. */
    public enum Form {
        /** Plain text: a line is what line breaks set apart. */
        TEXT,
        /** HTML or XHTML: a line is a block element. */
        HTML
    }

    /**
     * Bytes that the charset alone would not bring back: no text in it (U+FFFD stands for them), or a second spelling of a
     * character that it would write otherwise (the character stands for them).
     *
     * @param offset the one UTF-16 unit of the text that stands for the bytes
     * @param hex the bytes in hexadecimal, two digits each
     */
    public record Undecodable(int offset, String hex) {}

    public SourceDocument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
        undecodable = List.copyOf(undecodable);
        warnings = List.copyOf(warnings);
        extra = extra.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** A document that is only text. */
    public static SourceDocument of(String id, String text) {
        return new SourceDocument(id, Form.TEXT, text, null, null, null, List.of(), List.of(), Map.of());
    }

    public SourceDocument withUrl(@Nullable String newUrl) {
        return new SourceDocument(id, form, text, newUrl, crawl, charset, undecodable, warnings, extra);
    }

    /** The same, with more that a person should know about the reading. */
    public SourceDocument withWarnings(List<String> more) {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new SourceDocument(id, form, text, url, crawl, charset, undecodable, all, extra);
    }

    /** The same, fetched on that day. */
    public SourceDocument withCrawled(LocalDate day) {
        return new SourceDocument(id, form, text, url, Crawl.on(day), charset, undecodable, warnings, extra);
    }

    /** The day on which it was fetched; null when unknown. */
    public @Nullable LocalDate crawled() {
        return crawl == null ? null : crawl.day();
    }
}
