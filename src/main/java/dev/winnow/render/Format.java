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

/** What output looks like. */
public enum Format {
    /** One JSON object a line; the only format with metadata, evidence and ledger complete. */
    JSONL("jsonl", ".jsonl"),
    /** The text alone; paragraphs separated by a blank line, articles in one stream by two. */
    TEXT("text", ".txt"),
    /** Markdown with YAML front matter. */
    MARKDOWN("markdown", ".md"),
    /** TEI P5; in one file or stream a {@code teiCorpus}. */
    TEI("tei", ".tei.xml"),
    /** Every line as {@code label<TAB>rule<TAB>text}, nothing dropped; in a stream {@code # id} heads each document. */
    ANNOTATED("annotated", ".tsv"),
    /** Parquet, its columns those of the JSON: a file, or a folder of parts. */
    PARQUET("parquet", ".parquet");

    private final String key;
    private final String extension;

    Format(String key, String extension) {
        this.key = key;
        this.extension = extension;
    }

    /** The name used on the command line. */
    public String key() {
        return key;
    }

    /** What file names end with, with the dot. */
    public String extension() {
        return extension;
    }

    /** What is written of an article where somebody asks for it, in the formats that have a place for it. */
    public enum Detail {
        /** Every change between the source and the text. */
        LEDGER,
        /** What the lines of the text are. */
        LABELS
    }

    /** Whether it has a place for a detail. */
    public boolean holds(Detail detail) {
        return this == JSONL || this == PARQUET || this == TEI && detail == Detail.LEDGER;
    }

    /** Keys of the formats that have a place for a detail. */
    public static List<String> with(Detail detail) {
        return Arrays.stream(values())
                .filter(format -> format.holds(detail))
                .map(Format::key)
                .toList();
    }

    public static Optional<Format> ofKey(String key) {
        return Arrays.stream(values()).filter(format -> format.key.equals(key)).findFirst();
    }

    /** All keys, in the order of declaration. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Format::key).toList();
    }

    /**
     * Whether a target stands for a folder: it ends with {@code /} or is one. Of Parquet, so does each but {@code NAME.parquet}: a folder of
     * parts is the usual thing, and can be gone on with.
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
     * An article as a file of its own holds it.
     *
     * @param details what is written besides; a format without a place for one leaves it out
     * @throws IllegalArgumentException for Parquet, which is no text
     */
    public String render(Article article, Detail... details) {
        if (this == PARQUET) {
            throw new IllegalArgumentException("Parquet is no text; the columns are those of jsonl");
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
