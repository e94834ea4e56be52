package dev.winnow.writer;

import dev.winnow.document.Article;
import dev.winnow.source.OptionalLibrary;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes articles as rows of one Parquet file. Articles are rendered as JSON, on many threads, and packed from that, on one: the
 * columns are those of the JSON. Like other files it appears whole, and what was written until a run is stopped is readable in
 * {@code NAME.part}.
 */
final class PackedWriter implements ArticleWriter {

    private static final int BUFFER = 1 << 18;

    private final Rendering rendering;
    private final OutputStream out;
    private final RowPacker packer;
    private final String name;
    /** Null for a stream. */
    private final @Nullable File file;

    private RowPacker.Packing packing;
    /** Bytes up to the end of the last group. */
    private long written;

    private boolean rowsInMemory;
    private boolean committed;
    private boolean failed;

    /** What is on the disk while the run is under way. */
    private record File(PartFile part, GroupLog log) {

        static File open(Path path) throws IOException {
            PartFile part = PartFile.open(path);
            return new File(part, new GroupLog(RunFiles.groups(part.path())));
        }
    }

    private PackedWriter(
            Set<Format.Detail> details, RowPacker packer, OutputStream out, String name, @Nullable File file)
            throws IOException {
        this.rendering = Rendering.inFiles(Format.PARQUET.renderer(details));
        this.out = new BufferedOutputStream(out, BUFFER);
        this.name = name;
        this.file = file;
        this.packer = packer;
        this.packing = packer.open(this.out, List.of());
    }

    static PackedWriter toStream(Set<Format.Detail> details, OutputStream out, String name) throws IOException {
        return new PackedWriter(details, packer(), out, name, null);
    }

    static PackedWriter toFile(Set<Format.Detail> details, Path path) throws IOException {
        try {
            // The library first: without it no file should be touched.
            RowPacker packer = packer();
            File file = File.open(path);
            return new PackedWriter(details, packer, file.part().stream(), path.toString(), file);
        } catch (IOException broken) {
            throw Failures.writing(path.toString(), broken, "");
        }
    }

    private static RowPacker packer() throws IOException {
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
            rowsInMemory = true;
            note(packing.add(article.bytes()));
        } catch (IOException broken) {
            throw failure(broken);
        }
    }

    private void note(RowPacker.@Nullable Group group) throws IOException {
        if (group != null) {
            written = group.end();
            rowsInMemory = false;
            if (file != null) {
                file.log().add(group);
            }
        }
    }

    @Override
    public void resume(long articles, long bytes) throws IOException {
        if (file == null) {
            ArticleWriter.super.resume(articles, bytes);
            return;
        }
        List<RowPacker.Group> groups = file.log().resume(bytes);
        file.part().resume(bytes);
        packing.close();
        packing = packer.open(out, groups);
        written = bytes;
    }

    @Override
    public boolean isSavable() {
        return !rowsInMemory;
    }

    @Override
    public long save() throws IOException {
        if (file == null) {
            return NOT_RESUMABLE;
        }
        try {
            out.flush();
            file.part().force();
            file.log().force();
            return written;
        } catch (IOException broken) {
            throw failure(broken);
        }
    }

    @Override
    public long end() throws IOException {
        try {
            note(packing.flush());
            return file == null ? NOT_RESUMABLE : written + packing.end().length;
        } catch (IOException broken) {
            throw failure(broken);
        }
    }

    @Override
    public void commit() throws IOException {
        try {
            note(packing.flush());
            finish();
            if (file != null) {
                file.part().commit();
                file.log().delete();
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
            boolean begun = rowsInMemory || written > 0;
            if (begun && !committed && !failed) {
                // Not noted: whoever goes on makes this group whole.
                last.flush();
                finish();
            }
            if (file != null && !committed && !begun) {
                file.part().discard();
            }
        } finally {
            if (file != null) {
                file.log().close();
                file.part().close();
            }
        }
    }

    private void finish() throws IOException {
        out.write(packing.end());
        out.flush();
    }

    private IOException failure(IOException broken) {
        failed = true;
        return Failures.writing(name, broken, "");
    }
}
