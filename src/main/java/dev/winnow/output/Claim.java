package dev.winnow.output;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A lock on an output, so that only one run writes to it at a time. It locks a hidden file; the operating system releases the
 * lock when the process ends. No file of an output is changed without a claim. Not thread-safe.
 */
final class Claim implements Closeable {

    private static final String TAKEN =
            "another run is writing to it; wait until it ends, or choose another place with -o";

    /**
     * Lock files held by this process. On some systems, closing any channel of a file releases all locks of the process on that
     * file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private final @Nullable Object key;

    private Claim(Path file, FileChannel channel, @Nullable Object key) {
        this.file = file;
        this.channel = channel;
        this.key = key;
    }

    /** Claims an output file and the files of the run beside it. Creates its folder. */
    static Claim ofFile(Path target) throws IOException {
        return of(target.resolveSibling("." + target.getFileName() + ".lock"));
    }

    /** Claims a whole output folder. Creates it if needed. */
    static Claim ofFolder(Path folder) throws IOException {
        return of(RunFiles.own(folder).resolve("lock"));
    }

    private static Claim of(Path lock) throws IOException {
        Path folder = lock.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        Path file = folder.toRealPath().resolve(lock.getFileName());
        if (!HELD.add(file)) {
            throw new IOException(TAKEN);
        }
        try {
            Claim claim = null;
            while (claim == null) {
                Files.createDirectories(file.resolveSibling(""));
                claim = attempt(file);
            }
            return claim;
        } catch (IOException | RuntimeException failed) {
            HELD.remove(file);
            throw failed;
        }
    }

    /** Tries to lock the file. Returns null if the file was removed meanwhile, because the run that held it has ended. */
    private static @Nullable Claim attempt(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException another) {
            // Another run holds it, or was killed and left it.
        } catch (NoSuchFileException folderGone) {
            return null;
        }
        Object before = Disk.key(file);
        FileChannel channel;
        try {
            channel = FileChannel.open(file, WRITE);
        } catch (NoSuchFileException gone) {
            return null;
        }
        try {
            if (isTaken(channel)) {
                throw new IOException(TAKEN);
            }
            if (Files.exists(file) && Objects.equals(before, Disk.key(file))) {
                return new Claim(file, channel, before);
            }
        } catch (IOException taken) {
            channel.close();
            throw taken;
        }
        channel.close();
        return null;
    }

    private static boolean isTaken(FileChannel channel) {
        try {
            return channel.tryLock() == null;
        } catch (IOException noLocksHere) {
            return false;
        }
    }

    /** @throws IOException if the lock file was removed or replaced, so that another run may be writing */
    void check() throws IOException {
        if (!Disk.is(file, key, 0)) {
            throw Disk.exchanged(file);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (Disk.is(file, key, 0)) {
                Files.deleteIfExists(file);
            }
        } finally {
            channel.close();
            HELD.remove(file);
        }
        Path folder = file.getParent();
        if (folder != null && RunFiles.isOwn(folder)) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException kept) {
                // The folder still holds a checkpoint.
            }
        }
    }
}
