package dev.winnow.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Opens one file, sees what it holds and reads it accordingly. Thread-safe. */
final class FileReader {

    private final Limits limits;
    private final @Nullable String charset;

    FileReader(Limits limits, @Nullable String charset) {
        this.limits = limits;
        this.charset = charset;
    }

    /**
     * What a file turned out to be: exactly one of the two.
     *
     * @param loaded a document or a failure
     * @param records many, to be closed by the caller
     */
    record Opened(@Nullable Loaded loaded, @Nullable JsonLinesReader records) {}

    Opened read(Path path, String origin, String id) {
        try {
            return read(Files.newInputStream(path), origin, id, Files.isRegularFile(path) ? Files.size(path) : -1);
        } catch (IOException broken) {
            return failed(origin, Inputs.reason(broken));
        }
    }

    /**
     * @param in closed here, or by the records returned
     * @param size in bytes; -1 when unknown
     */
    Opened read(InputStream in, String origin, String id, long size) {
        boolean handedOn = false;
        try {
            byte[] head = in.readNBytes(Kind.HEAD);
            Kind kind = Kind.of(head, head.length < Kind.HEAD, id);
            if (kind.reads() == null) {
                return failed(
                        origin,
                        "is " + kind.what() + ", which this version does not read;"
                                + " give its text as a .txt file or as JSON Lines");
            }
            if (kind.reads() == Kind.Reads.JSON_LINES) {
                handedOn = true;
                InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
                return new Opened(null, new JsonLinesReader(whole, origin, id, limits));
            }
            return new Opened(document(kind, head, in, origin, id, size), null);
        } catch (IOException broken) {
            return failed(origin, Inputs.reason(broken));
        } finally {
            if (!handedOn) {
                closeQuietly(in);
            }
        }
    }

    private Loaded document(Kind kind, byte[] head, InputStream in, String origin, String id, long size)
            throws IOException {
        int most = limits.maxDocumentBytes();
        byte[] bytes = head;
        if (size <= most && head.length == Kind.HEAD && head.length <= most) {
            byte[] rest = in.readNBytes(most + 1 - head.length);
            bytes = Arrays.copyOf(head, head.length + rest.length);
            System.arraycopy(rest, 0, bytes, head.length, rest.length);
        }
        if (size > most || bytes.length > most) {
            return new Loaded.Failure(
                    origin,
                    "the text is larger than " + Limits.readable(most)
                            + (size > most ? " (" + Limits.readable(size) + ")" : "")
                            + "; raise the limit with --max-size");
        }
        Provenance provenance = new Provenance(origin, id, null, null, charset);
        return kind.reads() == Kind.Reads.HTML
                ? DocumentReader.html(bytes, provenance)
                : DocumentReader.text(bytes, provenance);
    }

    private static Opened failed(String origin, String message) {
        return new Opened(new Loaded.Failure(origin, message), null);
    }

    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException ignored) {
            // What was needed has been read.
        }
    }
}
