package dev.winnow.source;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a JSON Lines stream, one line in memory at a time. A bad line is a failure, and so are NULs between
 * lines; reading continues after them.
 */
final class JsonLinesDocuments extends Documents {

    private final ByteLines lines;
    private final JsonRecords records;
    private final Limits limits;
    private final String origin;
    private final String id;
    /** Whether the current line is read, but the NULs before it must be reported first. */
    private boolean waiting;

    private final Skipped skipped;
    private boolean some;

    /**
     * @param before number of lines of the file before the stream
     * @param skipped counts a file without records
     */
    JsonLinesDocuments(InputStream in, String origin, String id, long before, Limits limits, Skipped skipped) {
        this.skipped = skipped;
        this.lines = ByteLines.endingAtNuls(in, limits.maxDocumentBytes(), before);
        this.records = new JsonRecords(limits);
        this.limits = limits;
        this.origin = origin;
        this.id = id;
    }

    @Override
    @Nullable
    Input advance() throws IOException {
        Input input = null;
        while (input == null && (waiting || lines.next())) {
            long nuls = lines.takeNuls();
            waiting = nuls > 0;
            input = waiting ? new Input.Failure(place(0), JsonSpace.nuls(nuls)) : line();
        }
        if (input == null) {
            long nuls = lines.takeNuls();
            input = nuls > 0 ? new Input.Failure(place(1), JsonSpace.nuls(nuls)) : null;
        }
        if (input == null && !some) {
            skipped.add(Skipped.EMPTY);
        }
        some = true;
        return input;
    }

    @Override
    String place() {
        return place(1);
    }

    private String place(int behind) {
        return origin + ":" + (lines.number() + behind);
    }

    private @Nullable Input line() {
        if (lines.isTooLong()) {
            return new Input.Failure(place(0), limits.exceeded("the record is longer"));
        }
        int start = JsonSpace.skip(lines.buffer(), lines.start(), lines.end());
        if (start == lines.end()) {
            return null;
        }
        try {
            int column = JsonRecords.characters(lines.buffer(), lines.start(), start) + 1;
            JsonRecords.Place place = new JsonRecords.Place(origin, lines.number(), column);
            return records.read(lines.buffer(), start, lines.end(), place, id + ":" + lines.number());
        } catch (OutOfMemoryError tooLarge) {
            // The line was read to its end, so the next one may fit.
            return new Input.Failure(place(0), Documents.NO_MEMORY);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
