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
 * Writes articles as rows of one Parquet file. Many threads render articles as JSON, and one thread packs the JSON into columns
 * of the same names. The file appears only when it is complete; if a run is stopped, {@code NAME.part} is a readable file. A
 * later run cannot resume it, because a Parquet file keeps its row index only at the end.
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
            // Check the library first: without it no file should be changed.
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

    /** Closes the file. Without a commit, the rows written so far stay in {@code NAME.part}. */
    @Override
    public void close() throws IOException {
        try (packing) {
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

    /** Closes the writer and removes its file. */
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
