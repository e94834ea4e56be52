package dev.winnow.output;

import dev.winnow.render.Format;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run keeps beside its output: beside a file {@code NAME.checkpoint}, {@code NAME.rejected.jsonl} and, until it is
 * whole, {@code NAME.part}; in a folder
 * {@code .winnow/checkpoint} and {@code rejected.jsonl}, names that no document's file gets; among parts {@code .winnow/part} for the one
 * under way and {@code _rejected.jsonl}, which readers of such folders pass over.
 *
 * @param output the file or the folder
 * @param part the file under way; null for a folder, whose files appear one by one
 * @param checkpoint how far the run has come; gone when it is through
 * @param rejected documents set aside; absent when there are none
 */
public record RunFiles(Path output, @Nullable Path part, Path checkpoint, Path rejected) {

    private static final String OWN = ".winnow";
    private static final String UNDER_WAY = ".part";
    private static final String PART = "part";
    private static final String CHECKPOINT = "checkpoint";
    private static final String REJECTED = "rejected.jsonl";

    /** Names in an output folder that are not for documents. */
    static final List<String> RESERVED = List.of(REJECTED, REJECTED + UNDER_WAY);

    /**
     * The files of a run.
     *
     * @param target as for {@link ArticleWriter#open}
     * @param format decides what the target stands for
     * @return empty for standard output and devices, where nothing can be taken up again
     * @throws IOException if the target's own path cannot be found out
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

    /** Whether an earlier run broke off after its first checkpoint. */
    public boolean unfinished() {
        return Files.exists(checkpoint);
    }

    /** Forgets what an earlier run left; to be called by who has claimed the output, by opening its writer. */
    public void clear() throws IOException {
        for (Path left : own()) {
            Files.deleteIfExists(left);
        }
        Path own = checkpoint.getParent();
        if (part == null && own != null) {
            try {
                Files.deleteIfExists(own);
            } catch (DirectoryNotEmptyException others) {
                // Somebody keeps something there.
            }
        }
    }

    /** The files that are neither input nor result, and the rejected documents. */
    public List<Path> own() {
        return Stream.of(checkpoint, underWay(rejected), part == null ? partOf(output) : part)
                .toList();
    }

    /** Where a run keeps what is its own in an output folder. */
    static Path own(Path folder) {
        return folder.resolve(OWN);
    }

    static boolean isOwn(Path folder) {
        return folder.endsWith(OWN);
    }

    /** A link is followed, so that the file it points to is replaced and not the link. */
    static Path real(Path path) throws IOException {
        return Files.exists(path) ? path.toRealPath() : path;
    }

    /** What a file is called until it is whole. */
    static Path underWay(Path file) {
        return beside(file, UNDER_WAY);
    }

    /** What a part of all articles is called until it is whole. */
    static Path partOf(Path folder) {
        return own(folder).resolve(PART);
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
