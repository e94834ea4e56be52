package dev.winnow.writer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes the groups of rows in a file under way, beside it. A file that never got its end does not tell where they are; with this a
 * later run can go on behind them. The log is there from the first group on, and goes when the file is whole. Not thread-safe.
 */
final class GroupLog implements Closeable {

    private final GrowingFile file;

    GroupLog(Path path) {
        this.file = new GrowingFile(path);
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
        long length = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file.path())))) {
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
                file.resume(length);
                return groups;
            }
        } catch (EOFException | IllegalArgumentException damaged) {
            // Told below.
        }
        throw new IOException(file.path() + " is not what the earlier run left; start over with --restart");
    }

    void add(RowPacker.Group group) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(group.rows());
        out.writeLong(group.end());
        out.writeInt(group.description().length);
        out.write(group.description());
        file.add(bytes.toByteArray());
    }

    /** Puts what was noted on the disk to stay. */
    void force() throws IOException {
        file.force();
    }

    /** Forgets all: the file is whole, or there is none. */
    void delete() throws IOException {
        close();
        Files.deleteIfExists(file.path());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
