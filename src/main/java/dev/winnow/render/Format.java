package dev.winnow.render;

import dev.winnow.document.Article;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The output formats. */
public enum Format {
    /** One JSON object a line; the only format with metadata, evidence and ledger complete. */
    JSONL("jsonl", ".jsonl"),
    /** Only the text. One blank line between paragraphs, two between the articles of a stream. */
    TEXT("text", ".txt"),
    /** Markdown with YAML front matter. */
    MARKDOWN("markdown", ".md"),
    /** TEI P5. Several articles in one file or stream are a {@code teiCorpus}. */
    TEI("tei", ".tei.xml"),
    /** Every line as {@code label<TAB>rule<TAB>text}, also removed lines. In a stream, {@code # id} precedes each document. */
    ANNOTATED("annotated", ".tsv"),
    /** Parquet with the fields of the JSON as columns: one file, or a folder of part files. */
    PARQUET("parquet", ".parquet");

    private final String key;
    private final String extension;

    Format(String key, String extension) {
        this.key = key;
        this.extension = extension;
    }

    /** Returns the name used on the command line. */
    public String key() {
        return key;
    }

    /** Returns the file extension, with the dot. */
    public String extension() {
        return extension;
    }

    /** Optional parts of an article, for the formats that can hold them. */
    public enum Detail {
        /** Every change between the source and the text. */
        LEDGER,
        /** The labels of the lines of the text. */
        LABELS
    }

    /** Whether the format can hold a detail. */
    public boolean holds(Detail detail) {
        return this == JSONL || this == PARQUET || this == TEI && detail == Detail.LEDGER;
    }

    /** Returns the keys of the formats that can hold a detail. */
    public static List<String> with(Detail detail) {
        return Arrays.stream(values())
                .filter(format -> format.holds(detail))
                .map(Format::key)
                .toList();
    }

    public static Optional<Format> ofKey(String key) {
        return Arrays.stream(values()).filter(format -> format.key.equals(key)).findFirst();
    }

    /** Returns all keys, in the order of declaration. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Format::key).toList();
    }

    /**
     * Whether a target is a folder: it ends with {@code /}, or is an existing folder. For Parquet, every target except
     * {@code NAME.parquet} is a folder: a folder of part files is the usual output and can be resumed.
     */
    public boolean isFolder(String target) {
        Path path = Path.of(target);
        return target.endsWith("/")
                || target.endsWith(path.getFileSystem().getSeparator())
                || Files.isDirectory(path)
                || this == PARQUET
                        && !target.equals("-")
                        && !target.toLowerCase(Locale.ROOT).endsWith(extension)
                        && !Files.exists(path);
    }

    /**
     * Returns an article as the content of a file of its own.
     *
     * @param details optional parts to write; a format that cannot hold one leaves it out
     * @throws IllegalArgumentException for Parquet, which is not text
     */
    public String render(Article article, Detail... details) {
        if (this == PARQUET) {
            throw new IllegalArgumentException("Parquet is not text; the columns are those of jsonl");
        }
        Rendered rendered = Rendering.inFiles(this, Set.of(details)).render(article);
        return new String(rendered.bytes(), StandardCharsets.UTF_8);
    }

    Renderer renderer(Set<Detail> details) {
        return switch (this) {
            case JSONL, PARQUET -> new JsonRenderer(details);
            case TEXT -> new TextRenderer();
            case MARKDOWN -> new MarkdownRenderer();
            case TEI -> new TeiRenderer(details.contains(Detail.LEDGER));
            case ANNOTATED -> new AnnotatedRenderer();
        };
    }

    @Override
    public String toString() {
        return key;
    }
}
