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
 * One document as it came, decoded, with what is known of its origin. Immutable.
 *
 * <pre>{@code
 * SourceDocument page = SourceDocument.html("a.html", "<h1>The ferry is back</h1>");
 * SourceDocument found = page.toBuilder().url("https://harbour-news.example/a").build();
 * }</pre>
 */
public final class SourceDocument {

    private final String id;
    private final Form form;
    private final String text;
    private final @Nullable String url;
    private final @Nullable Crawl crawl;
    private final @Nullable String charset;
    private final List<Undecodable> undecodable;
    private final List<String> warnings;
    private final Map<String, Object> extra;

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

    private SourceDocument(Builder from) {
        id = from.id;
        form = from.form;
        text = from.text;
        url = from.url;
        crawl = from.crawl;
        charset = from.charset;
        undecodable = List.copyOf(from.undecodable);
        warnings = List.copyOf(from.warnings);
        extra = from.extra.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(from.extra));
    }

    /** A document that is only text. */
    public static SourceDocument of(String id, String text) {
        return builder(id, Form.TEXT, text).build();
    }

    /** A document that is only a page of HTML. */
    public static SourceDocument html(String id, String html) {
        return builder(id, Form.HTML, html).build();
    }

    /** A document of which more is known than its text. */
    public static Builder builder(String id, Form form, String text) {
        return new Builder(id, form, text);
    }

    /** What the document is called in output; not empty. */
    public String id() {
        return id;
    }

    /** What the text is written in, and so how its lines are found. */
    public Form form() {
        return form;
    }

    /** The decoded text, unchanged otherwise. */
    public String text() {
        return text;
    }

    /** Where it was found; null when unknown. */
    public @Nullable String url() {
        return url;
    }

    /** How it was fetched; null when unknown. */
    public @Nullable Crawl crawl() {
        return crawl;
    }

    /** The day on which it was fetched; null when unknown. */
    public @Nullable LocalDate crawled() {
        return crawl == null ? null : crawl.day();
    }

    /** Name of the charset it was decoded with; null when it came as text. */
    public @Nullable String charset() {
        return charset;
    }

    /** Bytes that the charset alone would not bring back, in order of offset. */
    public List<Undecodable> undecodable() {
        return undecodable;
    }

    /** What a person should know about the reading, for example that the declared charset was wrong. */
    public List<String> warnings() {
        return warnings;
    }

    /** Fields of the input record that Winnow does not know, passed through. */
    public Map<String, Object> extra() {
        return extra;
    }

    /** A builder with all that is known of this document. */
    public Builder toBuilder() {
        Builder builder = new Builder(id, form, text);
        builder.url = url;
        builder.crawl = crawl;
        builder.charset = charset;
        builder.undecodable = undecodable;
        builder.warnings = warnings;
        builder.extra = extra;
        return builder;
    }

    /** The same, found there. */
    public SourceDocument withUrl(@Nullable String newUrl) {
        return toBuilder().url(newUrl).build();
    }

    /** The same, with more that a person should know about the reading. */
    public SourceDocument withWarnings(List<String> more) {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(more);
        return toBuilder().warnings(all).build();
    }

    /** The same, fetched on that day. */
    public SourceDocument withCrawled(LocalDate day) {
        return withCrawl(Crawl.on(day));
    }

    /** The same, fetched so. */
    public SourceDocument withCrawl(Crawl how) {
        return toBuilder().crawl(how).build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceDocument that
                && id.equals(that.id)
                && form == that.form
                && text.equals(that.text)
                && Objects.equals(url, that.url)
                && Objects.equals(crawl, that.crawl)
                && Objects.equals(charset, that.charset)
                && undecodable.equals(that.undecodable)
                && warnings.equals(that.warnings)
                && extra.equals(that.extra);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, form, text, url, crawl, charset);
    }

    @Override
    public String toString() {
        return form + " " + id + ": " + text;
    }

    /** Puts a document together; what is not given is not known. Not thread-safe. */
    public static final class Builder {

        private final String id;
        private final Form form;
        private final String text;
        private @Nullable String url;
        private @Nullable Crawl crawl;
        private @Nullable String charset;
        private List<Undecodable> undecodable = List.of();
        private List<String> warnings = List.of();
        private Map<String, Object> extra = Map.of();

        private Builder(String id, Form form, String text) {
            this.id = Objects.requireNonNull(id, "id");
            this.form = Objects.requireNonNull(form, "form");
            this.text = Objects.requireNonNull(text, "text");
        }

        /** Where the document was found; null when unknown. */
        public Builder url(@Nullable String address) {
            this.url = address;
            return this;
        }

        /** How it was fetched; null when unknown. */
        public Builder crawl(@Nullable Crawl fetched) {
            this.crawl = fetched;
            return this;
        }

        /**
         * What the text was decoded with.
         *
         * @param name of the charset
         * @param lost bytes that the charset alone would not bring back, in order of offset
         */
        public Builder decoded(String name, List<Undecodable> lost) {
            this.charset = name;
            this.undecodable = lost;
            return this;
        }

        /** What a person should know about the reading. */
        public Builder warnings(List<String> sentences) {
            this.warnings = sentences;
            return this;
        }

        /** Fields of the input record that Winnow does not know; they are passed through. */
        public Builder extra(Map<String, Object> fields) {
            this.extra = fields;
            return this;
        }

        /** The document. */
        public SourceDocument build() {
            return new SourceDocument(this);
        }
    }
}
