package dev.winnow.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of JSON that is not JSON Lines: a single object, a sequence of objects, an array of objects, or an object
 * that holds such arrays. One record is in memory at a time. A broken record is a failure, and reading continues at the next. A
 * file without records is refused.
 */
final class JsonDocuments extends Documents {

    private static final String NONE = "; a record is a JSON object with \"text\" or \"html\", for example"
            + " {\"id\": \"1\", \"text\": \"…\"}: write the records as JSON Lines";

    /** Container of the next record. */
    private enum Around {
        NOTHING,
        /** An array of records by itself. */
        ARRAY,
        /** An object with arrays of records. */
        OBJECT,
        /** An array inside such an object. */
        FIELD
    }

    private final JsonScan scan;
    private final JsonRecords records;
    private final Provenance from;
    private final Limits limits;
    private final Skipped skipped;
    /** Whether the user named this file. A file found in a folder may well hold something else. */
    private final boolean named;

    private Around around = Around.NOTHING;
    /** Names of the fields that hold arrays of records; null if the object is too large to be sure. */
    private @Nullable Set<String> fields;

    private long number;
    private boolean some;
    private boolean ended;

    /**
     * @param in closed by {@link #close()}
     * @param skipped counts a file without records, unless the user named it
     * @param named whether the user named the file
     */
    JsonDocuments(InputStream in, Provenance from, Limits limits, Skipped skipped, boolean named) {
        this.scan = new JsonScan(in, limits.maxDocumentBytes());
        this.records = new JsonRecords(limits);
        this.from = from;
        this.limits = limits;
        this.skipped = skipped;
        this.named = named;
    }

    @Override
    String place() {
        return scan.here(from.origin());
    }

    @Override
    public void close() throws IOException {
        scan.close();
    }

    @Override
    @Nullable
    Input advance() throws IOException {
        while (!ended) {
            int next = scan.peek();
            long nuls = scan.takeNuls();
            if (nuls > 0) {
                return failure(place(), JsonSpace.nuls(nuls));
            }
            Input input = switch (around) {
                case NOTHING -> outside(next);
                case ARRAY, FIELD -> inArray(next);
                case OBJECT -> inObject(next);
            };
            if (input != null) {
                return input;
            }
        }
        return null;
    }

    private @Nullable Input outside(int next) throws IOException {
        switch (next) {
            case -1 -> {
                ended = true;
                if (!some) {
                    skipped.add(Skipped.EMPTY);
                }
                return null;
            }
            case '[' -> {
                scan.pass();
                around = Around.ARRAY;
                return null;
            }
            case '{' -> {
                return object();
            }
            case ',' -> {
                if (!some) {
                    return nothing(place(), "it is neither a JSON object nor an array" + NONE);
                }
                scan.pass();
                return null;
            }
            default -> {
                return some
                        ? lost("there is no record here")
                        : nothing(place(), "it is neither a JSON object nor an array" + NONE);
            }
        }
    }

    private @Nullable Input inArray(int next) throws IOException {
        switch (next) {
            case -1 -> {
                return cutOff();
            }
            case ',' -> scan.pass();
            case ']' -> {
                scan.pass();
                around = around == Around.FIELD ? Around.OBJECT : Around.NOTHING;
            }
            case '{' -> {
                scan.mark();
                return record(scan.value(true));
            }
            default -> {
                String what = next == '[' ? "an array" : next == '"' ? "a string" : "something else";
                return some
                        ? between(what + " stands between the records")
                        : nothing(place(), "the array holds " + what + " where a record should be" + NONE);
            }
        }
        return null;
    }

    /** Skips a value that is not a record. */
    private Input between(String message) throws IOException {
        String place = place();
        return scan.value(false) == JsonScan.Outcome.WHOLE ? failure(place, message) : lost(message);
    }

    /** Skips the fields of an object that holds arrays of records, up to such an array. */
    private @Nullable Input inObject(int next) throws IOException {
        switch (next) {
            case -1 -> {
                return cutOff();
            }
            case ',' -> scan.pass();
            case '}' -> {
                scan.pass();
                around = Around.NOTHING;
            }
            case '"' -> {
                return field();
            }
            default -> {
                around = Around.NOTHING;
                return lost("the JSON object is damaged");
            }
        }
        return null;
    }

    private @Nullable Input field() throws IOException {
        scan.mark();
        boolean sound = scan.value(false) == JsonScan.Outcome.WHOLE;
        String name = new String(scan.buffer(), scan.start(), scan.end() - scan.start(), UTF_8).replace("\"", "");
        scan.letGo();
        if (sound && scan.peek() == ':') {
            scan.pass();
            if (fields == null && JsonRecords.FIELDS.contains(name)) {
                around = Around.NOTHING;
                return lost(limits.exceeded("the record is longer"));
            }
            if (scan.peek() == '[' && (fields == null || fields.contains(name))) {
                scan.pass();
                around = Around.FIELD;
                return null;
            }
            if (scan.value(false) == JsonScan.Outcome.WHOLE) {
                return null;
            }
        }
        around = Around.NOTHING;
        return lost("the JSON object is damaged");
    }

    /** Reads an object at the top level: a record, or a container of records. */
    private @Nullable Input object() throws IOException {
        scan.mark();
        JsonScan.Outcome outcome = scan.value(true);
        Set<String> lists = records.lists(scan.buffer(), scan.start(), scan.end());
        if (lists.isEmpty()) {
            return record(outcome);
        }
        fields = outcome == JsonScan.Outcome.LONG ? null : lists;
        scan.rewind();
        scan.letGo();
        scan.pass();
        around = Around.OBJECT;
        return null;
    }

    private @Nullable Input record(JsonScan.Outcome outcome) throws IOException {
        number++;
        return switch (outcome) {
            case WHOLE -> whole();
            case LONG -> {
                String place = scan.marked(from.origin());
                some = true;
                scan.rewind();
                scan.letGo();
                if (scan.value(false) != JsonScan.Outcome.WHOLE) {
                    scan.mark();
                    ended = !scan.findNext();
                }
                yield failure(place, limits.exceeded("the record is longer"));
            }
            case BROKEN -> {
                String place = scan.marked(from.origin());
                String there = scan.here(from.origin());
                some = true;
                boolean cut = scan.peek() < 0;
                ended = !scan.findNext();
                yield failure(
                        place,
                        "not a JSON record: " + (cut ? "it is cut off" : "it is broken at " + there)
                                + (ended && !cut ? ", and the rest of the input is lost" : ""));
            }
        };
    }

    private @Nullable Input whole() throws IOException {
        int length = scan.end() - scan.start();
        boolean alone = number == 1 && around == Around.NOTHING && scan.peek() < 0;
        String id = alone ? from.id() : from.id() + ":" + number;
        Input input;
        try {
            int start = scan.start();
            input = records.read(scan.buffer(), start, start + length, scan.place(from.origin()), id);
        } catch (OutOfMemoryError tooLarge) {
            input = failure(scan.marked(from.origin()), Documents.NO_MEMORY);
        }
        scan.letGo();
        if (!some
                && !named
                && input instanceof Input.Failure none
                && none.message().equals(JsonRecords.NO_TEXT)) {
            return nothing(none.origin(), none.message());
        }
        some = true;
        return input;
    }

    /** Ends the iteration: the file holds no records. */
    private @Nullable Input nothing(String place, String message) {
        ended = true;
        if (named) {
            return failure(place, message);
        }
        skipped.add(Skipped.NO_RECORDS);
        return null;
    }

    /** Reports an unreadable part and searches for the next record after it. */
    private Input lost(String message) throws IOException {
        String place = place();
        some = true;
        scan.mark();
        ended = !scan.findNext();
        return failure(place, message + (ended ? "; the rest is not read" : ""));
    }

    private Input cutOff() {
        ended = true;
        return failure(place(), "the JSON is cut off: its last bracket is missing");
    }

    private static Input failure(String place, String message) {
        return new Input.Failure(place, message);
    }
}
