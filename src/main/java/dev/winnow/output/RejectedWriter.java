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
 * Writes the rejected documents as JSON Lines with the fields {@code origin}, {@code id} (if known), {@code cause} (a word for
 * programs) and {@code reason} (a sentence for people). The file appears at {@link #commit()}, and only if there are rejected
 * documents; until then it is {@code NAME.part}. Not thread-safe.
 */
public final class RejectedWriter implements Closeable {

    private final PartFile file;
    private long length;

    private RejectedWriter(PartFile file) {
        this.file = file;
    }

    /**
     * Claims the file, so that no other run can write it, and creates its folder.
     *
     * @param target the final file; it replaces the file of an earlier run
     */
    public static RejectedWriter open(Path target) throws IOException {
        try {
            return new RejectedWriter(PartFile.open(target));
        } catch (IOException broken) {
            throw Failures.writing(target.toString(), broken, "");
        }
    }

    /**
     * Continues after the lines that an earlier run wrote.
     *
     * @param earlier length of the earlier file up to its checkpoint, in bytes; the rest is cut off
     * @throws IOException if the earlier file is missing or shorter
     */
    public void resume(long earlier) throws IOException {
        if (earlier == 0) {
            return;
        }
        Path part = file.path();
        if (!Files.exists(part) && Files.exists(file.target()) && Files.size(file.target()) == earlier) {
            // The earlier run stopped after it had committed this file.
            Disk.move(file.target(), part);
        }
        if (!Files.exists(part)) {
            throw new IOException(part + " was removed; start over with --restart");
        }
        file.resume(earlier);
        length = earlier;
    }

    /** Returns the line for one document, in UTF-8 with a line feed. */
    public static byte[] line(String origin, @Nullable String id, String cause, String reason) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("origin", origin);
        told.put("id", id);
        told.put("cause", cause);
        told.put("reason", reason);
        return PlainJson.line(told);
    }

    /**
     * Writes the line of one rejected document.
     *
     * @param origin file or place of the document, for people
     * @param id id of the document; null if unknown
     * @param cause a word for programs
     * @param reason a sentence for people
     */
    public void write(String origin, @Nullable String id, String cause, String reason) throws IOException {
        try {
            byte[] line = line(origin, id, cause, reason);
            file.write(ByteBuffer.wrap(line));
            length += line.length;
        } catch (IOException broken) {
            throw failure(broken);
        }
    }

    /** Forces the written lines to disk. Returns the length of the file in bytes. */
    public long save() throws IOException {
        file.force();
        return length;
    }

    /** Completes the file after the last document. */
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
