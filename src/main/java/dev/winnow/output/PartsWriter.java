package dev.winnow.output;

import dev.winnow.document.Article;
import dev.winnow.render.Rendered;
import dev.winnow.render.Rendering;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes articles as rows of Parquet files in a folder, {@code part-00000.parquet} and so on. A part gets its name when it is
 * complete. The division into parts depends only on the articles, so a later run can continue after the last part.
 */
final class PartsWriter implements ArticleWriter {

    /** Maximum number of articles in a part. */
    private static final int ROWS = 10_000;

    /** Size of the articles' JSON, in bytes, at which a part ends, even with fewer articles. */
    private static final long JSON = 64 << 20;

    private static final Pattern NAME = Pattern.compile("part-\\d{5,}\\.parquet");

    private final Rendering rendering;
    private final RowPacker packer;
    private final Path folder;
    private final Claim claim;

    private @Nullable PackedWriter open;
    private int rows;
    private long json;
    /** Number of complete parts; {@code bytes} is their total size. */
    private int parts;

    private long bytes;

    private PartsWriter(Rendering rendering, RowPacker packer, Path folder, Claim claim) {
        this.rendering = rendering;
        this.packer = packer;
        this.folder = folder;
        this.claim = claim;
    }

    static PartsWriter open(Rendering rendering, Path folder) throws IOException {
        try {
            // Check the library first: without it no file should be changed.
            RowPacker packer = PackedWriter.packer();
            return new PartsWriter(rendering, packer, folder, Claim.ofFolder(folder));
        } catch (IOException broken) {
            throw Failures.writing(folder.toString(), broken, "");
        }
    }

    @Override
    public Rendered render(Article article) {
        return rendering.render(article);
    }

    @Override
    public void write(Rendered article) throws IOException {
        part().write(article);
        rows++;
        json += article.bytes().length;
        if (rows == ROWS || json >= JSON) {
            endPart();
        }
    }

    private PackedWriter part() throws IOException {
        PackedWriter part = open;
        if (part == null) {
            part = PackedWriter.toFile(rendering, packer, PartFile.claimed(path(parts), RunFiles.partOf(folder)));
            open = part;
        }
        return part;
    }

    private void endPart() throws IOException {
        claim.check();
        if (parts == 0) {
            removeEarlier();
        }
        try (PackedWriter part = part()) {
            part.commit();
        }
        open = null;
        rows = 0;
        json = 0;
        bytes += Files.size(path(parts));
        parts++;
    }

    /** Whether a path has the name of a part. */
    static boolean isPart(Path path) {
        return NAME.matcher(path.getFileName().toString()).matches();
    }

    /** Removes the parts of an earlier run, which a reader of the folder would take for parts of this run. */
    private void removeEarlier() throws IOException {
        try (DirectoryStream<Path> earlier = Files.newDirectoryStream(folder, PartsWriter::isPart)) {
            for (Path part : earlier) {
                Files.deleteIfExists(part);
            }
        } catch (IOException broken) {
            throw Failures.writing(folder.toString(), broken, "");
        }
    }

    private Path path(int part) {
        return folder.resolve(String.format(Locale.ROOT, "part-%05d.parquet", part));
    }

    @Override
    public void resume(long articles, long earlier) throws IOException {
        while (bytes < earlier && Files.exists(path(parts))) {
            bytes += Files.size(path(parts));
            parts++;
        }
        if (bytes != earlier) {
            throw new IOException(
                    "the parts in " + folder + " are not those of the earlier run; start over with --restart");
        }
    }

    @Override
    public boolean isSavable() {
        return open == null;
    }

    /** Returns the size of the complete parts. A part is forced to disk when it gets its name. */
    @Override
    public long save() throws IOException {
        claim.check();
        return bytes;
    }

    /** Ends the last part. Without any article, an empty part is written, which holds the columns. */
    @Override
    public long end() throws IOException {
        if (open != null || parts == 0) {
            endPart();
        }
        return bytes;
    }

    @Override
    public void commit() throws IOException {
        claim.check();
        end();
    }

    /** Closes the writer. Without a commit, the complete parts stay. */
    @Override
    public void close() throws IOException {
        try (claim) {
            if (open != null) {
                open.discard();
            }
        }
    }
}
