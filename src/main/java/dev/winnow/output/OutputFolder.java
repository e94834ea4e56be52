package dev.winnow.output;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A folder with one file per document, named after the document's id. Each file is written completely or not at all. For any
 * ids, nothing is written outside the folder and no document overwrites the file of another; links below the folder are not
 * followed. The same ids in the same order get the same names. Not thread-safe.
 *
 * <pre>{@code
 * OutputFolder folder = OutputFolder.open(Path.of("restored"), "");
 * folder.write("../a.txt", bytes);   // restored/_/a.txt
 * }</pre>
 */
public final class OutputFolder {

    /** Maximum number of folders cached as existing. Beyond it the cache is cleared; then folders are only checked again. */
    private static final int MOST_KNOWN = 1 << 12;

    private final Path folder;
    private final FileNames names;
    private final Set<Path> known = new HashSet<>();
    private long written;

    private OutputFolder(Path folder, String extension) {
        this.folder = folder;
        this.names = new FileNames(extension);
    }

    /**
     * Opens a folder, and creates it if it does not exist.
     *
     * @param extension extension of the file names, with the dot, in place of the extension of the id; empty to keep the latter
     * @throws IOException if the folder cannot be created; messages of this class are for a person
     */
    public static OutputFolder open(Path folder, String extension) throws IOException {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            return new OutputFolder(folder, extension);
        } catch (IOException broken) {
            throw Failures.writing(folder.toString(), broken, "");
        }
    }

    /** Reserves a name in the folder: no document gets it. */
    void reserve(String name) {
        names.reserve(name);
    }

    /** Uses up the name of a document that is not written, so that the other names do not depend on failures. */
    void pass(String id) {
        names.of(id);
    }

    /** Sets the number of documents that an earlier run wrote. Call {@link #pass} for each of them. */
    void resume(long earlier) {
        written = earlier;
    }

    /**
     * Writes the file of a document and returns its path.
     *
     * @throws BlockedException if a link, or a file where a folder is needed, blocks the path of this file
     */
    public Path write(String id, byte[] bytes) throws IOException {
        Path file = file(names.of(id));
        // No name made from an id begins with a dot, so this name is free.
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        makeParents(file);
        try {
            if (Files.isSymbolicLink(part)) {
                throw new BlockedException(Failures.writing(file.toString(), link("the file " + part), ""));
            }
            Files.write(part, bytes, CREATE, TRUNCATE_EXISTING, WRITE, NOFOLLOW_LINKS);
            Disk.move(part, file);
            written++;
            return file;
        } catch (BlockedException told) {
            throw told;
        } catch (IOException broken) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException worse) {
                broken.addSuppressed(worse);
            }
            throw Failures.writing(file.toString(), broken, whatIsSafe());
        }
    }

    private String whatIsSafe() {
        return written == 0 ? "" : String.format(Locale.ROOT, "The %,d documents written before are complete", written);
    }

    private Path file(String name) throws IOException {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException unsayable) {
            throw new IOException(
                    "cannot write " + folder + "/" + name
                            + ": file names cannot have these characters in the system's"
                            + " locale; set LC_ALL=C.UTF-8, or write one file with -o articles.jsonl",
                    unsayable);
        }
    }

    /** Creates the folders between the output folder and the file, one by one, to notice a link among them. */
    private void makeParents(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent == null || parent.equals(folder) || known.contains(parent)) {
            return;
        }
        try {
            Path at = folder;
            for (Path name : folder.relativize(parent)) {
                at = at.resolve(name);
                makeFolder(at);
            }
        } catch (BlockedException | FileAlreadyExistsException blocked) {
            throw new BlockedException(Failures.writing(file.toString(), blocked, ""));
        } catch (IOException broken) {
            throw Failures.writing(file.toString(), broken, whatIsSafe());
        }
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.add(parent);
    }

    private static void makeFolder(Path at) throws IOException {
        if (Files.isSymbolicLink(at)) {
            throw new BlockedException(link("the folder " + at));
        }
        if (!Files.isDirectory(at, NOFOLLOW_LINKS)) {
            Files.createDirectory(at);
        }
    }

    private static IOException link(String what) {
        return new IOException(what + " is a link and could lead anywhere; remove it or choose another place with -o");
    }
}
