package dev.winnow.spark;

import dev.winnow.source.FoundFile;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Access to files on any file system of Hadoop. Errors of reading from the storage are thrown as {@link IOError}: they end the
 * task, and Spark retries it. Damage in the content of a file only rejects a record.
 */
record Storage(Configuration configuration) implements FoundFile.Store {

    @Override
    public FoundFile.@Nullable Entry at(String path) throws IOException {
        try {
            Path at = new Path(path);
            return entry(at.getFileSystem(configuration).getFileStatus(at));
        } catch (FileNotFoundException | IllegalArgumentException none) {
            return null;
        }
    }

    @Override
    public List<FoundFile.Entry> in(String folder) throws IOException {
        Path at = new Path(folder);
        List<FoundFile.Entry> entries = new ArrayList<>();
        for (FileStatus status : at.getFileSystem(configuration).listStatus(at)) {
            entries.add(entry(status));
        }
        return entries;
    }

    private static FoundFile.Entry entry(FileStatus status) {
        return new FoundFile.Entry(status.getPath().getName(), status.isDirectory(), status.getLen());
    }

    /** Returns the first bytes of a file, at most {@code most}. */
    byte[] head(String file, int most) throws IOException {
        try (InputStream in = open(file)) {
            return in.readNBytes(most);
        }
    }

    /** Returns all bytes of a small file. */
    byte[] bytes(String file) throws IOException {
        try (InputStream in = open(file)) {
            return in.readAllBytes();
        }
    }

    /** Writes a file, and replaces an existing one. */
    void write(String file, byte[] content) throws IOException {
        Path path = new Path(file);
        try (OutputStream out = path.getFileSystem(configuration).create(path, true)) {
            out.write(content);
        }
    }

    private FSDataInputStream open(String file) throws IOException {
        Path path = new Path(file);
        return path.getFileSystem(configuration).open(path);
    }

    /** Opens a file at a byte offset. Errors of reading are {@link IOError}s. */
    InputStream stream(String file, long from) {
        try {
            FSDataInputStream in = open(file);
            in.seek(from);
            return new Sure(in);
        } catch (IOException broken) {
            throw new IOError(broken);
        }
    }

    /** Opens a file for reading at any position. Errors of reading are {@link IOError}s. */
    SeekableByteChannel channel(String file, long size) {
        try {
            return new Channel(open(file), size);
        } catch (IOException broken) {
            throw new IOError(broken);
        }
    }

    /**
     * Turns an {@link IOException} of the storage into an {@link IOError}, since the parsers would take it for damage in the
     * file.
     */
    private static final class Sure extends FilterInputStream {

        Sure(InputStream in) {
            super(in);
        }

        @Override
        public int read() {
            try {
                return in.read();
            } catch (IOException broken) {
                throw new IOError(broken);
            }
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            try {
                return in.read(into, offset, length);
            } catch (IOException broken) {
                throw new IOError(broken);
            }
        }
    }

    private static final class Channel implements SeekableByteChannel {

        private final FSDataInputStream in;
        private final long size;
        private boolean open = true;

        Channel(FSDataInputStream in, long size) {
            this.in = in;
            this.size = size;
        }

        @Override
        public int read(ByteBuffer into) {
            try {
                if (into.hasArray()) {
                    int read = in.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
                    into.position(into.position() + Math.max(0, read));
                    return read;
                }
                byte[] bytes = new byte[Math.min(into.remaining(), 1 << 16)];
                int read = in.read(bytes);
                into.put(bytes, 0, Math.max(0, read));
                return read;
            } catch (IOException broken) {
                throw new IOError(broken);
            }
        }

        @Override
        public long position() {
            try {
                return in.getPos();
            } catch (IOException broken) {
                throw new IOError(broken);
            }
        }

        @Override
        public SeekableByteChannel position(long to) {
            try {
                in.seek(to);
            } catch (IOException broken) {
                throw new IOError(broken);
            }
            return this;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public int write(ByteBuffer from) {
            throw new NonWritableChannelException();
        }

        @Override
        public SeekableByteChannel truncate(long to) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() throws IOException {
            open = false;
            in.close();
        }
    }
}
