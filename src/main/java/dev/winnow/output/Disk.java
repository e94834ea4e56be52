package dev.winnow.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** File operations for atomic and durable output. */
final class Disk {

    private Disk() {}

    /** Renames a file, and replaces the file that had the name; atomically if the file system can. */
    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Returns the key that identifies a file, even if another file gets its name; null if the system has no such keys, or if
     * there is no file.
     */
    static @Nullable Object key(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException none) {
            return null;
        }
    }

    /** Whether the file with this name has the given key and size. */
    static boolean is(Path file, @Nullable Object key, long size) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return Objects.equals(found.fileKey(), key) && found.size() == size;
        } catch (IOException none) {
            return false;
        }
    }

    /** Returns the exception for a run whose own file was removed or changed. */
    static IOException exchanged(Path file) {
        return new IOException(
                file + " was removed, renamed, replaced or changed by another program while it was written;"
                        + " stop the other program, and start over with --restart");
    }

    /**
     * Forces the file names of a folder to disk, so that they survive a crash of the system. Does nothing on systems without
     * this operation.
     *
     * @param folder may be null, the parent of the root; then nothing happens
     */
    static void force(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException unasked) {
            // Windows cannot open folders; it writes names to disk together with the files.
        }
    }
}
