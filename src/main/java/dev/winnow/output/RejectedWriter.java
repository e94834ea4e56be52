package dev.winnow.output;

import dev.winnow.render.PlainJson;
import java.io.Closeable;
import java.io.IOException;
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

    private final Path target;
    private final GrowingFile file;
    private final Claim claim;

    private RejectedWriter(Path target, Claim claim) {
        this.target = target;
        this.claim = claim;
        this.file = new GrowingFile(RunFiles.underWay(target));
    }

    /**
     * Claims the file, which no other run may write then, and makes its folder.
     *
     * @param target where the documents are told in the end; what stood there from an earlier run goes
     */
    public static RejectedWriter open(Path target) throws IOException {
        try {
            return new RejectedWriter(target, Claim.ofFile(target));
        } catch (IOException broken) {
            throw Failures.writing(target.toString(), broken, "");
        }
    }

    /**
     * Goes on behind what an earlier run wrote.
     *
     * @param length bytes of it that count
     * @throws IOException if they are not there
     */
    public void resume(long length) throws IOException {
        if (length == 0) {
            return;
        }
        Path part = file.path();
        if (!Files.exists(part) && Files.exists(target) && Files.size(target) == length) {
            // That run was as good as through.
            Disk.move(target, part);
        }
        if (!Files.exists(part) || Files.size(part) < length) {
            throw new IOException(part + " is gone or too short; start over with --restart");
        }
        file.resume(length);
    }

    public void write(String origin, @Nullable String id, String cause, String reason) throws IOException {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("origin", origin);
        told.put("id", id);
        told.put("cause", cause);
        told.put("reason", reason);
        try {
            file.add(PlainJson.line(told));
        } catch (IOException broken) {
            throw Failures.writing(target.toString(), broken, "");
        }
    }

    /** Puts what was written on the disk to stay; returns the file's length in bytes. */
    public long save() throws IOException {
        claim.check();
        file.force();
        return file.length();
    }

    /** Says that no more come. */
    public void commit() throws IOException {
        try {
            claim.check();
            if (file.length() == 0) {
                Files.deleteIfExists(target);
                Files.deleteIfExists(file.path());
                return;
            }
            file.end(target);
        } catch (IOException broken) {
            throw Failures.writing(target.toString(), broken, "");
        }
    }

    @Override
    public void close() throws IOException {
        try (Claim held = claim) {
            file.close();
        }
    }
}
