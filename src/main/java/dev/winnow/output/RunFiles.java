package dev.winnow.output;

import dev.winnow.render.Format;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The paths of the files that a run keeps beside its output.
 *
 * <p>Beside an output file: {@code NAME.checkpoint}, {@code NAME.rejected.jsonl}, and {@code NAME.part} until the output is
 * complete. In an output folder: {@code .winnow/checkpoint} and {@code rejected.jsonl}; no document's file gets these names.
 * Beside Parquet parts: {@code .winnow/part} for the unfinished part, and {@code _rejected.jsonl}, which readers of such
 * folders ignore.
 *
 * @param output the output file or folder
 * @param part the unfinished output file; null for a folder, whose files appear one by one
 * @param checkpoint the file with the progress of the run; removed when the run is complete
 * @param rejected the file of rejected documents; missing if there are none
 */
public record RunFiles(Path output, @Nullable Path part, Path checkpoint, Path rejected) {

    private static final String OWN = ".winnow";
    private static final String UNDER_WAY = ".part";
    private static final String PART = "part";
    private static final String CHECKPOINT = "checkpoint";
    private static final String REJECTED = "rejected.jsonl";

    /** Names in an output folder that no document may get. */
    static final List<String> RESERVED = List.of(REJECTED, REJECTED + UNDER_WAY);

    /**
     * Returns the files of a run.
     *
     * @param target as for {@link ArticleWriter#open}
     * @param format decides whether the target is a file or a folder
     * @return empty for standard output and devices, which cannot be resumed
     * @throws IOException if the real path of the target cannot be determined
     */
    public static Optional<RunFiles> of(@Nullable String target, Format format) throws IOException {
        if (target == null || target.equals("-")) {
            return Optional.empty();
        }
        Path path = Path.of(target);
        if (format.isFolder(target)) {
            Path rejected = path.resolve(format == Format.PARQUET ? "_" + REJECTED : REJECTED);
            return Optional.of(new RunFiles(path, null, own(path).resolve(CHECKPOINT), rejected));
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return Optional.empty();
        }
        Path file = real(path);
        return Optional.of(
                new RunFiles(path, underWay(file), beside(file, "." + CHECKPOINT), beside(file, "." + REJECTED)));
    }

    /** Whether an earlier run stopped after its first checkpoint, before its end. */
    public boolean unfinished() {
        return Files.exists(checkpoint);
    }

    /** Whether the output already holds articles that a commit would replace. */
    public boolean hasResult() throws IOException {
        if (part != null) {
            return Files.exists(output) && Files.size(output) > 0;
        }
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(output, PartsWriter::isPart)) {
            return parts.iterator().hasNext();
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    /** Removes the files of an earlier run. Claim the output first, by opening its writer. */
    public void clear() throws IOException {
        for (Path left : own()) {
            Files.deleteIfExists(left);
        }
        Path own = checkpoint.getParent();
        if (part == null && own != null) {
            try {
                Files.deleteIfExists(own);
            } catch (DirectoryNotEmptyException others) {
                // The folder holds other files.
            }
        }
    }

    /** Returns the temporary files of a run: the checkpoint and the unfinished files. */
    public List<Path> own() {
        return Stream.of(checkpoint, underWay(rejected), part == null ? partOf(output) : part)
                .toList();
    }

    /** Returns the folder for a run's own files in an output folder. */
    static Path own(Path folder) {
        return folder.resolve(OWN);
    }

    static boolean isOwn(Path folder) {
        return folder.endsWith(OWN);
    }

    /** Follows a link, so that a run replaces the file it points to and not the link. */
    static Path real(Path path) throws IOException {
        return Files.exists(path) ? path.toRealPath() : path;
    }

    /** Returns the path of a file until it is complete. */
    static Path underWay(Path file) {
        return beside(file, UNDER_WAY);
    }

    /** Returns the path of a Parquet part until it is complete. */
    static Path partOf(Path folder) {
        return own(folder).resolve(PART);
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
