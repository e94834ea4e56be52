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
 * The right to write an output, which one run has at a time: a lock on a hidden file of its own, which goes with the process, however that
 * ends. Nothing of an output is touched without it. Not thread-safe.
 */
final class Claim implements Closeable {

    private static final String TAKEN =
            "another run is writing to it; wait for its end or choose another place with -o";

    /** Those of this process: where it closes a file, some systems give up all its locks on that file. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private final @Nullable Object key;

    private Claim(Path file, FileChannel channel, @Nullable Object key) {
        this.file = file;
        this.channel = channel;
        this.key = key;
    }

    /** Claims a file that is to be written, or what is kept beside it; makes its folder. */
    static Claim ofFile(Path target) throws IOException {
        return of(target.resolveSibling("." + target.getFileName() + ".lock"));
    }

    /** Claims all of a folder. */
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

    /** Null where the file was taken away meanwhile: the run that had it has ended. */
    private static @Nullable Claim attempt(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException another) {
            // Another run has it, or left it when it was killed.
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

    /** @throws IOException if somebody took the lock away, so that another run may be writing */
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
                // A checkpoint stands there.
            }
        }
    }
}
