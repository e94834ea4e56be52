package dev.winnow.output;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears only when it is complete: it is written as {@code NAME.part} and renamed at the end. Only one run at a
 * time writes it. The run fails if another program removes, renames or replaces the file. The content of an earlier run stays
 * until the first byte is written. Not thread-safe.
 */
final class PartFile implements Closeable {

    private final Path target;
    private final Path path;
    private final @Nullable Claim claim;
    private @Nullable SeekableByteChannel channel;
    private @Nullable Object key;
    private long start;
    private boolean begun;

    private PartFile(Path target, Path path, @Nullable Claim claim, @Nullable SeekableByteChannel channel) {
        this.target = target;
        this.path = path;
        this.claim = claim;
        this.channel = channel;
    }

    /** Creates an instance for a file that is already open and claimed. */
    PartFile(Path target, Path path, SeekableByteChannel channel) {
        this(target, path, null, channel);
        this.key = Disk.key(path);
    }

    /** Claims the file {@code name}, or the file that a link of this name points to. Creates its folder. */
    static PartFile open(Path name) throws IOException {
        Path target = RunFiles.real(name);
        return new PartFile(target, RunFiles.underWay(target), Claim.ofFile(target), null);
    }

    /** Creates an instance for a file whose claim the caller holds. */
    static PartFile claimed(Path target, Path path) {
        return new PartFile(target, path, null, null);
    }

    Path target() {
        return target;
    }

    Path path() {
        return path;
    }

    /** Continues after the given number of bytes of an earlier run; the rest is cut off at the first write. */
    void resume(long bytes) throws IOException {
        if (channel().size() < bytes) {
            throw new IOException(path + " is shorter than the earlier run left it; start over with --restart");
        }
        start = bytes;
    }

    /** Writes all bytes. After a failure, the buffer's position shows how many were written. */
    void write(ByteBuffer bytes) throws IOException {
        SeekableByteChannel to = begin();
        check(to);
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    /** Returns a stream that writes to this file. Closing the stream does nothing. */
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

    private SeekableByteChannel channel() throws IOException {
        SeekableByteChannel open = channel;
        if (open == null) {
            open = FileChannel.open(path, CREATE, WRITE);
            channel = open;
            key = Disk.key(path);
            Disk.force(path.toAbsolutePath().getParent());
        }
        return open;
    }

    private SeekableByteChannel begin() throws IOException {
        SeekableByteChannel open = channel();
        if (!begun) {
            open.truncate(start).position(start);
            begun = true;
        }
        return open;
    }

    /** Cuts the file to the given number of bytes. */
    void cut(long bytes) throws IOException {
        channel().truncate(bytes);
    }

    /** Forces the written bytes to disk, so that they survive a crash of the system. */
    void force() throws IOException {
        if (claim != null) {
            claim.check();
        }
        if (begun && channel != null) {
            check(channel);
        }
        if (channel instanceof FileChannel file) {
            file.force(true);
        }
    }

    /** Whether the file with this name is still the one that this instance created. */
    boolean isOurs() {
        return channel != null && Objects.equals(key, Disk.key(path));
    }

    private void check(SeekableByteChannel open) throws IOException {
        if (!Disk.is(path, key, open.position())) {
            throw Disk.exchanged(path);
        }
    }

    /** Forces the file to disk and gives it its final name. */
    void commit() throws IOException {
        SeekableByteChannel open = begin();
        force();
        long size = open.position();
        if (key == null) {
            // Systems without file keys cannot rename an open file.
            open.close();
        }
        Disk.move(path, target);
        if (!Disk.is(target, key, size)) {
            throw Disk.exchanged(path);
        }
        Disk.force(target.toAbsolutePath().getParent());
    }

    /** Removes the file if it is the one that this instance created. */
    void discard() throws IOException {
        if (isOurs()) {
            Files.deleteIfExists(path);
        }
    }

    @Override
    public void close() throws IOException {
        try (claim) {
            if (channel != null) {
                channel.close();
            }
        }
    }
}
