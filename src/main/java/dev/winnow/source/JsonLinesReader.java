package dev.winnow.source;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The records of a JSON Lines stream, one line in memory at a time. A bad line is a failure, and the rest goes on. */
final class JsonLinesReader extends Documents {

    private final ByteLines lines;
    private final JsonRecords records;
    private final Limits limits;
    private final String origin;
    private final String id;

    JsonLinesReader(InputStream in, String origin, String id, Limits limits) {
        this.lines = new ByteLines(in, limits.maxDocumentBytes());
        this.records = new JsonRecords(limits);
        this.limits = limits;
        this.origin = origin;
        this.id = id;
    }

    @Override
    @Nullable
    Loaded advance() throws IOException {
        Loaded loaded = null;
        while (loaded == null && lines.next()) {
            loaded = line();
        }
        return loaded;
    }

    @Override
    String place() {
        return origin + ":" + (lines.number() + 1);
    }

    private @Nullable Loaded line() {
        if (lines.isTooLong()) {
            return new Loaded.Failure(
                    origin + ":" + lines.number(),
                    "the record is longer than " + Limits.readable(limits.maxDocumentBytes())
                            + "; raise the limit with --max-size");
        }
        byte[] buffer = lines.buffer();
        int start = lines.start();
        if (lines.number() == 1 && hasMark(buffer, start, lines.end())) {
            start += 3;
        }
        if (isBlank(buffer, start, lines.end())) {
            return null;
        }
        try {
            return records.read(buffer, start, lines.end(), origin, lines.number(), id + ":" + lines.number());
        } catch (OutOfMemoryError tooLarge) {
            // The line has been read, so the next one may fit.
            return new Loaded.Failure(origin + ":" + lines.number(), Documents.NO_MEMORY);
        }
    }

    private static boolean hasMark(byte[] buffer, int start, int end) {
        return end - start >= 3
                && buffer[start] == (byte) 0xEF
                && buffer[start + 1] == (byte) 0xBB
                && buffer[start + 2] == (byte) 0xBF;
    }

    private static boolean isBlank(byte[] buffer, int start, int end) {
        for (int i = start; i < end; i++) {
            if (buffer[i] < 0 || buffer[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
