package dev.winnow.output;

import dev.winnow.document.Article;
import dev.winnow.render.Rendered;
import dev.winnow.render.Rendering;
import dev.winnow.source.OptionalLibrary;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes articles as rows of one Parquet file. Articles are rendered as JSON, on many threads, and packed from that, on one: the
 * columns are those of the JSON. Like other files it appears whole, and what was written until a run is stopped is readable in
 * {@code NAME.part}. Where the rows are is told at its end alone, so that no later run can go on with it.
 */
final class PackedWriter implements ArticleWriter {

    private static final int BUFFER = 1 << 18;

    private final Rendering rendering;
    private final OutputStream out;
    private final RowPacker.Packing packing;
    private final String name;
    /** Null for a stream. */
    private final @Nullable PartFile file;

    private final boolean closes;

    private boolean begun;
    private boolean committed;
    private boolean failed;

    private PackedWriter(
            Rendering rendering,
            RowPacker packer,
            OutputStream out,
            String name,
            @Nullable PartFile file,
            boolean closes)
            throws IOException {
        this.rendering = rendering;
        this.out = new BufferedOutputStream(out, BUFFER);
        this.packing = packer.open(this.out);
        this.name = name;
        this.file = file;
        this.closes = closes;
    }

    static PackedWriter toStream(Rendering rendering, OutputStream out, String name, boolean closes)
            throws IOException {
        return new PackedWriter(rendering, packer(), out, name, null, closes);
    }

    static PackedWriter toDevice(Rendering rendering, Path device) throws IOException {
        try {
            return toStream(rendering, Files.newOutputStream(device), device.toString(), true);
        } catch (IOException broken) {
            throw Failures.writing(device.toString(), broken, "");
        }
    }

    static PackedWriter toFile(Rendering rendering, Path path) throws IOException {
        try {
            // The library first: without it no file should be touched.
            RowPacker packer = packer();
            return toFile(rendering, packer, PartFile.open(path));
        } catch (IOException broken) {
            throw Failures.writing(path.toString(), broken, "");
        }
    }

    static PackedWriter toFile(Rendering rendering, RowPacker packer, PartFile file) throws IOException {
        return new PackedWriter(rendering, packer, file.stream(), file.target().toString(), file, false);
    }

    static RowPacker packer() throws IOException {
        if (!OptionalLibrary.PARQUET.isThere()) {
            throw new IOException("Parquet " + OptionalLibrary.PARQUET.missing());
        }
        return OptionalLibrary.implementation(RowPacker.class);
    }

    @Override
    public Rendered render(Article article) {
        return rendering.render(article);
    }

    @Override
    public void write(Rendered article) throws IOException {
        try {
            begun = true;
            packing.add(article.bytes());
        } catch (IOException broken) {
            throw failure(broken);
        }
    }

    @Override
    public void commit() throws IOException {
        try {
            finish();
            if (file != null) {
                file.commit();
            }
            committed = true;
        } catch (IOException broken) {
            throw failure(broken);
        }
    }

    /** Without a commit, what was written stays in {@code NAME.part}. */
    @Override
    public void close() throws IOException {
        try (RowPacker.Packing last = packing) {
            if (begun && !committed && !failed) {
                finish();
            }
            if (file != null && !committed && !begun) {
                file.discard();
            }
        } finally {
            if (file != null) {
                file.close();
            }
            if (closes) {
                out.close();
            }
        }
    }

    /** Leaves nothing. */
    void discard() throws IOException {
        begun = false;
        close();
    }

    private void finish() throws IOException {
        packing.end();
        out.flush();
    }

    private IOException failure(IOException broken) {
        failed = true;
        return Failures.writing(name, broken, "");
    }
}
