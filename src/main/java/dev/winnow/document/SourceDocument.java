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
 * One decoded document, before any cleaning, with what is known about its origin. Immutable.
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

    /** The format of a document's text. */
    public enum Form {
        /** Plain text: line breaks separate lines. */
        TEXT,
        /** HTML or XHTML: each block element is a line. */
        HTML
    }

    /**
     * Bytes that the charset alone would not restore. Either they are not text, and U+FFFD stands for them; or they are a
     * second encoding of a character, which the charset would write with other bytes.
     *
     * @param offset offset of the one UTF-16 unit of the text that stands for the bytes
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

    /** Creates a plain-text document of which nothing else is known. */
    public static SourceDocument of(String id, String text) {
        return builder(id, Form.TEXT, text).build();
    }

    /** Creates an HTML document of which nothing else is known. */
    public static SourceDocument html(String id, String html) {
        return builder(id, Form.HTML, html).build();
    }

    /** Returns a builder for a document of which more than the text is known. */
    public static Builder builder(String id, Form form, String text) {
        return new Builder(id, form, text);
    }

    /** Name of the document in output; not empty. */
    public String id() {
        return id;
    }

    /** Format of the text. It decides how lines are found. */
    public Form form() {
        return form;
    }

    /** The decoded text, otherwise unchanged. */
    public String text() {
        return text;
    }

    /** URL of the document; null when unknown. */
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

    /** Name of the charset that decoded the document; null when the input was text already. */
    public @Nullable String charset() {
        return charset;
    }

    /** Bytes that the charset alone would not restore, sorted by offset. */
    public List<Undecodable> undecodable() {
        return undecodable;
    }

    /** Warnings about the decoding for the user, for example that the declared charset was wrong. */
    public List<String> warnings() {
        return warnings;
    }

    /** Fields of the input record that Winnow does not know. They are copied to the output. */
    public Map<String, Object> extra() {
        return extra;
    }

    /** Returns a builder that holds everything known about this document. */
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

    /** Returns a copy with another URL. */
    public SourceDocument withUrl(@Nullable String newUrl) {
        return toBuilder().url(newUrl).build();
    }

    /** Returns a copy with more warnings. */
    public SourceDocument withWarnings(List<String> more) {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(more);
        return toBuilder().warnings(all).build();
    }

    /** Returns a copy fetched on the given day. */
    public SourceDocument withCrawled(LocalDate day) {
        return withCrawl(Crawl.on(day));
    }

    /** Returns a copy with another {@link Crawl}. */
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

    /** Builds a document. What is not set is unknown. Not thread-safe. */
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

        /** URL of the document; null when unknown. */
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
         * Charset that decoded the text.
         *
         * @param name name of the charset
         * @param lost bytes that the charset alone would not restore, sorted by offset
         */
        public Builder decoded(String name, List<Undecodable> lost) {
            this.charset = name;
            this.undecodable = lost;
            return this;
        }

        /** Warnings about the decoding for the user, one sentence each. */
        public Builder warnings(List<String> sentences) {
            this.warnings = sentences;
            return this;
        }

        /** Fields of the input record that Winnow does not know. They are copied to the output. */
        public Builder extra(Map<String, Object> fields) {
            this.extra = fields;
            return this;
        }

        /** Returns the document. */
        public SourceDocument build() {
            return new SourceDocument(this);
        }
    }
}
