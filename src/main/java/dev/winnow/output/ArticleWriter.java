package dev.winnow.output;

import dev.winnow.document.Article;
import dev.winnow.render.Format;
import dev.winnow.render.Rendered;
import dev.winnow.render.Rendering;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes articles to an output: a stream, a file, a folder or Parquet parts. Each article is written completely or not at all.
 *
 * <pre>{@code
 * try (ArticleWriter writer = ArticleWriter.open("out.jsonl", Format.JSONL, false, System.out)) {
 *     writer.write(article);
 *     writer.commit();
 * }
 * }</pre>
 *
 * <p>{@link #render} may be called from many threads at once; all other methods only from one thread at a time.
 */
public interface ArticleWriter extends Closeable {

    /** Renders an article as bytes, the slower part of writing. Thread-safe. */
    Rendered render(Article article);

    /**
     * Writes an article that {@link #render} of this writer returned.
     *
     * @throws BlockedException if only this article cannot be written; its name counts as used, as after {@link #pass}
     * @throws IOException if nothing more can be written; the message says which file, why, what to do, and what is already
     *     saved
     */
    void write(Rendered article) throws IOException;

    /** Renders and writes an article. */
    default void write(Article article) throws IOException {
        write(render(article));
    }

    /**
     * Completes the output after the last article. A single output file gets the end of its format, if there is one, and its
     * final name. Without this call, closing leaves the articles written so far, each complete, in {@code NAME.part}.
     */
    void commit() throws IOException;

    /**
     * Records a document that is not written, because it failed or an earlier run wrote it. File names depend on the ids of all
     * documents of the input, so a skipped document must use its name too.
     */
    default void pass(String id) {}

    /**
     * Continues after the output of an earlier run. Call it before the first article.
     *
     * @param articles number of articles that the earlier run wrote
     * @param bytes result of {@link #save()} in the earlier run
     * @throws IOException if the earlier output is missing, or this kind of output cannot be resumed
     */
    default void resume(long articles, long bytes) throws IOException {
        throw new IOException("this output cannot be resumed; --resume works for -o FILE and -o FOLDER/, for"
                + " Parquet for -o FOLDER/");
    }

    /**
     * Whether {@link #save()} may be called now. Parquet parts can be saved only at the end of a part, so that parts do not
     * depend on the times of saving.
     */
    default boolean isSavable() {
        return true;
    }

    /**
     * Forces the output to disk, so that it survives a crash of the process or the system. Call it only if
     * {@link #isSavable()}.
     *
     * @return length of the output so far, in bytes; 0 for one file per document; {@link #NOT_RESUMABLE} for an output that
     *     cannot be resumed
     */
    default long save() throws IOException {
        return NOT_RESUMABLE;
    }

    /**
     * Ends the list of articles. Only {@link #save()} and {@link #commit()} may follow.
     *
     * @return length that the output will have after {@link #commit()}, in bytes; 0 for one file per document;
     *     {@link #NOT_RESUMABLE} for an output that cannot be resumed
     */
    default long end() throws IOException {
        return NOT_RESUMABLE;
    }

    /** Result of {@link #save()} for an output that cannot be resumed. */
    long NOT_RESUMABLE = -1;

    /** Opens a target, with or without the ledger; see {@link #open(String, Format, Set, OutputStream)}. */
    static ArticleWriter open(@Nullable String target, Format format, boolean withLedger, OutputStream stdout)
            throws IOException {
        return open(target, format, withLedger ? Set.of(Format.Detail.LEDGER) : Set.of(), stdout);
    }

    /**
     * Opens a target.
     *
     * @param target null or {@code -} for {@code stdout}; a folder ({@link Format#isFolder}) for one file per document, or for
     *     parts of many articles with {@link Format#PARQUET}; otherwise one file
     * @param details additional details to write, if the format has a place for them
     * @param stdout used for {@code -}; flushed, never closed. It must report errors; a {@code PrintStream} hides them
     */
    static ArticleWriter open(@Nullable String target, Format format, Set<Format.Detail> details, OutputStream stdout)
            throws IOException {
        boolean packs = format == Format.PARQUET;
        Rendering alone = Rendering.inFiles(format, details);
        Rendering inStream = Rendering.inStream(format, details);
        if (target == null || target.equals("-")) {
            String name = "standard output";
            return packs
                    ? PackedWriter.toStream(alone, stdout, name, false)
                    : new StreamWriter(inStream, stdout, name, false);
        }
        Path path = Path.of(target);
        if (format.isFolder(target)) {
            return packs ? PartsWriter.open(alone, path) : new FolderWriter(alone, path, format.extension());
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            // A pipe or device cannot be renamed into place.
            return packs ? PackedWriter.toDevice(alone, path) : StreamWriter.toDevice(inStream, path);
        }
        return packs ? PackedWriter.toFile(alone, path) : FileWriter.open(inStream, path);
    }
}
