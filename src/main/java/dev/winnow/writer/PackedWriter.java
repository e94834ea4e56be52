package dev.winnow.writer;

import dev.winnow.document.Article;
import dev.winnow.library.Library;
import dev.winnow.library.LibraryException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes articles as rows of one Parquet file. Articles are rendered as JSON, on many threads, and packed from that, on one: the
 * columns are those of the JSON. Like other files it appears whole, and what was written until a failure is readable in
 * {@code NAME.part}.
 */
final class PackedWriter implements ArticleWriter {

    private static final String IMPLEMENTATION = "dev.winnow.parquet.ParquetPacker";

    private static final int BUFFER = 1 << 18;

    private final Rendering rendering;
    private final OutputStream out;
    private final RowPacker.Packing packing;
    private final String name;
    /** Null for a stream. */
    private final @Nullable Path target;

    private final @Nullable Path part;
    private boolean empty = true;
    private boolean done;
    private boolean failed;

    private PackedWriter(boolean withLedger, OutputStream out, String name, @Nullable Path target, @Nullable Path part)
            throws IOException {
        this.rendering = Rendering.inFiles(Format.PARQUET.renderer(withLedger));
        this.out = new BufferedOutputStream(out, BUFFER);
        this.name = name;
        this.target = target;
        this.part = part;
        this.packing = packer().open(this.out);
    }

    static PackedWriter toStream(boolean withLedger, OutputStream out, String name) throws IOException {
        return new PackedWriter(withLedger, out, name, null, null);
    }

    static PackedWriter toFile(boolean withLedger, Path path) throws IOException {
        try {
            Path target = Files.exists(path) ? path.toRealPath() : path;
            Path folder = target.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            // The library first: without it no file should be touched.
            packer();
            Path part = target.resolveSibling(target.getFileName() + ".part");
            return new PackedWriter(withLedger, Files.newOutputStream(part), path.toString(), target, part);
        } catch (IOException broken) {
            throw Failures.writing(path.toString(), broken, "");
        }
    }

    private static RowPacker packer() throws IOException {
        try {
            return Library.PARQUET.load(RowPacker.class, IMPLEMENTATION);
        } catch (LibraryException missing) {
            throw new IOException(missing.getMessage());
        }
    }

    @Override
    public Rendered render(Article article) {
        return rendering.render(article);
    }

    @Override
    public void write(Rendered article) throws IOException {
        try {
            packing.add(article.bytes());
            empty = false;
        } catch (IOException broken) {
            failed = true;
            throw Failures.writing(name, broken, "");
        }
    }

    @Override
    public void commit() throws IOException {
        finish();
        try {
            if (target != null && part != null) {
                FileWriter.move(part, target);
            }
        } catch (IOException broken) {
            throw Failures.writing(name, broken, "");
        }
    }

    /** Without a commit, what was written stays in {@code NAME.part}. */
    @Override
    public void close() throws IOException {
        if (!done && !failed) {
            finish();
        }
        if (target != null && part != null) {
            out.close();
            if (empty) {
                Files.deleteIfExists(part);
            }
        }
    }

    private void finish() throws IOException {
        if (done) {
            return;
        }
        done = true;
        try {
            packing.close();
            out.flush();
            if (target != null) {
                out.close();
            }
        } catch (IOException broken) {
            failed = true;
            throw Failures.writing(name, broken, "");
        }
    }
}
