package dev.winnow.writer;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that appears whole: {@code NAME.part}, which takes the name at the end. Only one run at a time writes it. What an earlier
 * run left in it stays until the first byte is written. Not thread-safe.
 */
final class PartFile implements Closeable {

    private final Path target;
    private final Path path;
    private final SeekableByteChannel channel;
    private long start;
    private boolean begun;

    PartFile(Path target, Path path, SeekableByteChannel channel) {
        this.target = target;
        this.path = path;
        this.channel = channel;
    }

    /** Opens what becomes the file at {@code name}, or the file that a link there points to, and makes its folder. */
    static PartFile open(Path name) throws IOException {
        Path target = RunFiles.real(name);
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path path = RunFiles.underWay(target);
        FileChannel channel = FileChannel.open(path, CREATE, WRITE);
        if (isTaken(channel)) {
            channel.close();
            throw new IOException("another run is writing to it; wait for its end or choose another place with -o");
        }
        Disk.force(folder);
        return new PartFile(target, path, channel);
    }

    /** Whether another run holds the file. The lock goes with its process, however that ends. */
    private static boolean isTaken(FileChannel channel) {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        } catch (IOException noLocksHere) {
            return false;
        }
    }

    Path target() {
        return target;
    }

    Path path() {
        return path;
    }

    /** Goes on behind so many bytes of an earlier run; what follows them is cut off. */
    void resume(long bytes) throws IOException {
        if (channel.size() < bytes) {
            throw new IOException(path + " is shorter than the earlier run left it; start over with --restart");
        }
        start = bytes;
    }

    /** Writes all bytes; where it fails, the buffer's position tells how many are written. */
    void write(ByteBuffer bytes) throws IOException {
        begin();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** The same for those who write to streams; closing it does nothing. */
    OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                PartFile.this.write(ByteBuffer.wrap(bytes, offset, length));
            }
        };
    }

    private void begin() throws IOException {
        if (!begun) {
            channel.truncate(start).position(start);
            begun = true;
        }
    }

    /** Cuts off what follows so many bytes. */
    void cut(long bytes) throws IOException {
        channel.truncate(bytes);
    }

    /** Makes what was written outlive the system. */
    void force() throws IOException {
        if (channel instanceof FileChannel file) {
            file.force(true);
        }
    }

    /** Gives the file its name. */
    void commit() throws IOException {
        begin();
        force();
        channel.close();
        Disk.move(path, target);
        Disk.force(target.toAbsolutePath().getParent());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
