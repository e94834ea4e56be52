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
 * Where articles go. Each is written whole or not at all.
 *
 * <pre>{@code
 * try (ArticleWriter writer = ArticleWriter.open("out.jsonl", Format.JSONL, false, System.out)) {
 *     writer.write(article);
 *     writer.commit();
 * }
 * }</pre>
 *
 * <p>{@link #render} may be called from many threads at once; all else from one at a time.
 */
public interface ArticleWriter extends Closeable {

    /** Turns an article into bytes, the costly half of writing; thread-safe. */
    Rendered render(Article article);

    /**
     * Writes what {@link #render} of this writer gave.
     *
     * @throws BlockedException if only this one cannot be written; its name is taken as by {@link #pass}
     * @throws IOException with a message for a person: which file, why, what to do, and what is safe
     */
    void write(Rendered article) throws IOException;

    /** Renders and writes. */
    default void write(Article article) throws IOException {
        write(render(article));
    }

    /**
     * Says that all articles are written. Only then does a single output file get its end, where the format has one, and take its
     * name; without it, closing leaves the articles written so far, whole, in {@code NAME.part}.
     */
    void commit() throws IOException;

    /**
     * Says that a document is not written: it failed, or an earlier run wrote it. Names made of ids depend on all documents of
     * the input, so that they are the same either way.
     */
    default void pass(String id) {}

    /**
     * Goes on behind what an earlier run wrote; before the first article.
     *
     * @param articles how many it wrote
     * @param bytes what {@link #save()} gave then
     * @throws IOException if what it wrote is not there, or this output cannot be taken up again
     */
    default void resume(long articles, long bytes) throws IOException {
        throw new IOException("this output cannot be taken up again; resume works for -o FILE and -o FOLDER/, for"
                + " Parquet for -o FOLDER/");
    }

    /**
     * Whether what was written can be saved now. Parts wait for the end of one, so that they do not depend on when somebody
     * saves.
     */
    default boolean isSavable() {
        return true;
    }

    /**
     * Makes sure that what was written outlives the process, and the system. Only where {@link #isSavable()}.
     *
     * @return bytes of the output so far, 0 for a file a document; {@link #NOT_RESUMABLE} for an output that cannot be taken up again
     */
    default long save() throws IOException {
        return NOT_RESUMABLE;
    }

    /**
     * Says that no more articles come; what then follows is {@link #save()}, and {@link #commit()}.
     *
     * @return bytes that the output will have when it is committed, 0 for a file a document; {@link #NOT_RESUMABLE} for an output that
     *     cannot be taken up again
     */
    default long end() throws IOException {
        return NOT_RESUMABLE;
    }

    /** See {@link #save()}. */
    long NOT_RESUMABLE = -1;

    /** Opens a target as below, with the ledger or without. */
    static ArticleWriter open(@Nullable String target, Format format, boolean withLedger, OutputStream stdout)
            throws IOException {
        return open(target, format, withLedger ? Set.of(Format.Detail.LEDGER) : Set.of(), stdout);
    }

    /**
     * Opens a target.
     *
     * @param target null or {@code -} for the stream; a folder ({@link Format#isFolder}) for one file a document, or for parts with many
     *     in {@link Format#PARQUET}; else one file
     * @param details what else is written, where the format has a place for it
     * @param stdout taken for {@code -}; flushed, never closed. Give one that reports errors: a {@code PrintStream} hides them
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
