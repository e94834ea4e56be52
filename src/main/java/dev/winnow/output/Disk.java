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

/** What it takes that files appear whole, and stay. */
final class Disk {

    private Disk() {}

    /** Gives a file a name, in place of the file that had it. */
    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What tells a file from others that come to have its name; null where the system does not say, or there is none. */
    static @Nullable Object key(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException none) {
            return null;
        }
    }

    /** Whether the file of that name is the one with that key, and as long as it should be. */
    static boolean is(Path file, @Nullable Object key, long size) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return Objects.equals(found.fileKey(), key) && found.size() == size;
        } catch (IOException none) {
            return false;
        }
    }

    /** The failure of a run that does not find its own file. */
    static IOException exchanged(Path file) {
        return new IOException(
                file + " was removed, renamed, replaced or changed by somebody else while it was written;"
                        + " see that no other program does that, and start over with --restart");
    }

    /**
     * Makes the names in a folder outlive the system. Some systems cannot be asked for that; there nothing happens.
     *
     * @param folder null for the one above the root
     */
    static void force(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException unasked) {
            // Windows opens no folders, and writes their names down with the files.
        }
    }
}
