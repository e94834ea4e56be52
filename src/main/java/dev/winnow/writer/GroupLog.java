package dev.winnow.writer;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notes the groups of rows in a file under way, beside it. A file that never got its end does not tell where they are; with this a
 * later run can go on behind them. The log is there from the first group on, and goes when the file is whole. Not thread-safe.
 */
final class GroupLog implements Closeable {

    private final Path path;
    /** Bytes of it that count. */
    private long length;

    private @Nullable FileChannel channel;

    GroupLog(Path path) {
        this.path = path;
    }

    /**
     * Goes on behind what an earlier run noted.
     *
     * @param bytes where the last group ends that counts; 0 for none
     * @return the groups up to there
     */
    List<RowPacker.Group> resume(long bytes) throws IOException {
        List<RowPacker.Group> groups = new ArrayList<>();
        if (bytes == 0) {
            return groups;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            long end;
            do {
                long rows = in.readLong();
                end = in.readLong();
                int size = in.readInt();
                byte[] description = in.readNBytes(size);
                if (description.length < size) {
                    throw new EOFException();
                }
                groups.add(new RowPacker.Group(rows, end, description));
                length += 2 * Long.BYTES + Integer.BYTES + size;
            } while (end < bytes);
            if (end == bytes) {
                return groups;
            }
        } catch (EOFException | IllegalArgumentException damaged) {
            // Told below.
        }
        throw new IOException(path + " is not what the earlier run left; start over with --restart");
    }

    void add(RowPacker.Group group) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(group.rows());
        out.writeLong(group.end());
        out.writeInt(group.description().length);
        out.write(group.description());
        ByteBuffer record = ByteBuffer.wrap(bytes.toByteArray());
        FileChannel to = channel();
        while (record.hasRemaining()) {
            length += to.write(record);
        }
    }

    /** Puts what was noted on the disk to stay. */
    void force() throws IOException {
        if (channel != null) {
            channel.force(true);
        }
    }

    /** Forgets all: the file is whole, or there is none. */
    void delete() throws IOException {
        close();
        Files.deleteIfExists(path);
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
            open = FileChannel.open(path, CREATE, WRITE);
            open.truncate(length).position(length);
            Disk.force(path.toAbsolutePath().getParent());
            channel = open;
        }
        return open;
    }
}
