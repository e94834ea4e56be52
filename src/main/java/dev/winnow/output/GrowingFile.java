package dev.winnow.output;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file beside the output that grows record by record. It is there from the first record on; what an earlier run left in it and does
 * not count is cut off then. Not thread-safe.
 */
final class GrowingFile implements Closeable {

    private final Path path;
    private long length;
    private @Nullable Object key;
    private @Nullable FileChannel channel;

    GrowingFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Bytes of it that count. */
    long length() {
        return length;
    }

    /** Goes on behind so many bytes, which are there. */
    void resume(long bytes) {
        length = bytes;
    }

    void add(byte[] record) throws IOException {
        FileChannel to = channel();
        ByteBuffer bytes = ByteBuffer.wrap(record);
        while (bytes.hasRemaining()) {
            length += to.write(bytes);
        }
    }

    /** Puts what was added on the disk to stay. */
    void force() throws IOException {
        if (channel != null) {
            check(path);
            channel.force(true);
        }
    }

    /** Says that nothing more comes: the file is as long as what counts, on the disk, and gets its name. */
    void end(Path target) throws IOException {
        channel();
        force();
        close();
        Disk.move(path, target);
        check(target);
    }

    private void check(Path file) throws IOException {
        if (!Disk.is(file, key, length)) {
            throw Disk.exchanged(path);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    private FileChannel channel() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            open = FileChannel.open(path, CREATE, WRITE);
            open.truncate(length).position(length);
            Disk.force(folder);
            key = Disk.key(path);
            channel = open;
        }
        return open;
    }
}
