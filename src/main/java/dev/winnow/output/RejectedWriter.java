package dev.winnow.output;

import dev.winnow.render.PlainJson;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes documents that were set aside as JSON Lines: {@code origin}, {@code id} where it is known, {@code cause} (a word for
 * programs) and {@code reason} (a sentence for people). The file appears at {@link #commit()}, and only if there are any; until
 * then it is {@code NAME.part}. Not thread-safe.
 */
public final class RejectedWriter implements Closeable {

    private final PartFile file;
    private long length;

    private RejectedWriter(PartFile file) {
        this.file = file;
    }

    /**
     * Claims the file, which no other run may write then, and makes its folder.
     *
     * @param target where the documents are told in the end; what stood there from an earlier run goes
     */
    public static RejectedWriter open(Path target) throws IOException {
        try {
            return new RejectedWriter(PartFile.open(target));
        } catch (IOException broken) {
            throw Failures.writing(target.toString(), broken, "");
        }
    }

    /**
     * Goes on behind what an earlier run wrote.
     *
     * @param earlier bytes of it that count
     * @throws IOException if they are not there
     */
    public void resume(long earlier) throws IOException {
        if (earlier == 0) {
            return;
        }
        Path part = file.path();
        if (!Files.exists(part) && Files.exists(file.target()) && Files.size(file.target()) == earlier) {
            // That run was as good as through.
            Disk.move(file.target(), part);
        }
        if (!Files.exists(part)) {
            throw new IOException(part + " is gone; start over with --restart");
        }
        file.resume(earlier);
        length = earlier;
    }

    /** What is written of a document: UTF-8 with a line feed. */
    public static byte[] line(String origin, @Nullable String id, String cause, String reason) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("origin", origin);
        told.put("id", id);
        told.put("cause", cause);
        told.put("reason", reason);
        return PlainJson.line(told);
    }

    public void write(String origin, @Nullable String id, String cause, String reason) throws IOException {
        try {
            byte[] line = line(origin, id, cause, reason);
            file.write(ByteBuffer.wrap(line));
            length += line.length;
        } catch (IOException broken) {
            throw failure(broken);
        }
    }

    /** Puts what was written on the disk to stay; returns the file's length in bytes. */
    public long save() throws IOException {
        file.force();
        return length;
    }

    /** Says that no more come. */
    public void commit() throws IOException {
        try {
            if (length > 0) {
                file.commit();
                return;
            }
            file.force();
            Files.deleteIfExists(file.target());
            Files.deleteIfExists(file.path());
        } catch (IOException broken) {
            throw failure(broken);
        }
    }

    private IOException failure(IOException broken) {
        return Failures.writing(file.target().toString(), broken, "");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
