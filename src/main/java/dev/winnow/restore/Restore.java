package dev.winnow.restore;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.winnow.document.Label;
import dev.winnow.document.Ledger;
import dev.winnow.document.SourceDocument.Undecodable;
import dev.winnow.source.ByteLines;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Lines that were written with the ledger and rebuilds the sources, one record in memory at a time. Not thread-safe.
 *
 * <pre>{@code
 * try (Restore restore = Restore.of(in, "out.jsonl")) {
 *     for (Restored source = restore.next(); source != null; source = restore.next()) {
 *         Files.write(folder.resolve(source.id()), source.bytes());
 *     }
 * }
 * }</pre>
 */
public final class Restore implements Closeable {

    private static final int LONGEST_RECORD = Integer.MAX_VALUE - 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final ByteLines lines;
    private final String origin;

    private Restore(ByteLines lines, String origin) {
        this.lines = lines;
        this.origin = origin;
    }

    /**
     * @param in closed by {@link #close()}
     * @param origin the file's name, for messages
     */
    public static Restore of(InputStream in, String origin) {
        return new Restore(new ByteLines(in, LONGEST_RECORD), origin);
    }

    /**
     * The next record's source.
     *
     * @return null after the last
     * @throws RestoreException if this record cannot be restored; the call after it goes on with the next
     */
    public @Nullable Restored next() throws IOException, RestoreException {
        Cleaned record = nextCleaned();
        return record == null ? null : record.source();
    }

    /** The next record with its source; otherwise like {@link #next()}. */
    public @Nullable Cleaned nextCleaned() throws IOException, RestoreException {
        while (lines.next()) {
            String place = origin + ":" + lines.number();
            if (!new String(lines.buffer(), lines.start(), Math.min(lines.end() - lines.start(), 64), UTF_8)
                    .isBlank()) {
                return restored(place);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private Cleaned restored(String place) throws IOException, RestoreException {
        RecordFields fields = new RecordFields();
        try (JsonParser parser = FACTORY.createParser(lines.buffer(), lines.start(), lines.end() - lines.start())) {
            fields.read(parser);
        } catch (JacksonException broken) {
            JsonLocation location = broken.getLocation();
            throw new RestoreException(
                    place + ":" + (location == null ? 1 : location.getColumnNr()) + ": not a JSON record: "
                            + String.valueOf(broken.getOriginalMessage()).replaceAll("\\s+", " "),
                    broken);
        } catch (IOException unreadable) {
            throw new RestoreException(place + ": not a JSON record: " + unreadable.getMessage(), unreadable);
        }
        String id = fields.id == null ? place : fields.id;
        if (fields.text == null) {
            throw new RestoreException(
                    place + ": the record " + id + " has no text; it was not written by winnow clean");
        }
        if (!fields.hasLedger) {
            throw new RestoreException(place + ": the record " + id + " has no ledger; clean with --ledger");
        }
        Restored source = source(place, id, fields.text, fields);
        return new Cleaned(source, fields.text, new Ledger(fields.entries), fields.site, fields.labels);
    }

    private static Restored source(String place, String id, String text, RecordFields fields) throws RestoreException {
        try {
            for (Ledger.Entry entry : fields.entries) {
                int length = entry.end() - entry.start();
                int least = entry.text().length();
                boolean fits = entry.times() == 1
                        ? length == least
                        : entry.times() > 1 && !entry.with().isEmpty() && length / entry.times() >= least;
                if (entry.start() < 0 || !fits) {
                    throw new IllegalArgumentException("the entry for [" + entry.start() + ", " + entry.end()
                            + ") holds a text of " + entry.text().length() + " units");
                }
            }
            String source = new Ledger(fields.entries).restore(text);
            int at = 0;
            for (Undecodable piece : fields.pieces) {
                if (piece.offset() < at || piece.offset() >= source.length()) {
                    throw new IllegalArgumentException("the bytes for [" + piece.offset() + ", " + (piece.offset() + 1L)
                            + ") lie outside the source of " + source.length() + " units or are out of order");
                }
                HexFormat.of().parseHex(piece.hex());
                at = piece.offset() + 1;
            }
            Charset charset = fields.charset == null ? UTF_8 : Charset.forName(fields.charset);
            if (!charset.canEncode()) {
                throw new IllegalArgumentException("nothing can be written in the charset " + charset.name());
            }
            return new Restored(id, source, charset.name(), fields.pieces);
        } catch (IllegalArgumentException misfit) {
            throw new RestoreException(
                    place + ": the record " + id + " cannot be restored: " + misfit.getMessage()
                            + "; was its text or ledger changed after cleaning?",
                    misfit);
        }
    }

    /** What restoring needs of a record. */
    private static final class RecordFields {
        private @Nullable String id;
        private @Nullable String text;
        private @Nullable String site;
        private @Nullable String charset;
        private boolean hasLedger;
        private @Nullable List<Cleaned.Stretch> labels;
        private final List<Ledger.Entry> entries = new ArrayList<>();
        private final List<Undecodable> pieces = new ArrayList<>();

        void read(JsonParser parser) throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "id" -> id = parser.getValueAsString();
                    case "text" -> text = parser.getValueAsString();
                    case "source" -> site = parser.getValueAsString();
                    case "winnow" -> winnow(parser);
                    case "ledger" -> ledger(parser);
                    case "labels" -> labels(parser);
                    default -> parser.skipChildren();
                }
            }
        }

        private void winnow(JsonParser parser) throws IOException {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isCharset = parser.currentName().equals("charset");
                parser.nextToken();
                if (isCharset) {
                    charset = parser.getValueAsString();
                }
                parser.skipChildren();
            }
        }

        private void labels(JsonParser parser) throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                parser.skipChildren();
                return;
            }
            List<Cleaned.Stretch> stretches = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    stretches.add(stretch(parser));
                } else {
                    parser.skipChildren();
                }
            }
            labels = stretches;
        }

        private static Cleaned.Stretch stretch(JsonParser parser) throws IOException {
            int start = 0;
            int end = 0;
            String label = "";
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "start" -> start = parser.getValueAsInt(0);
                    case "end" -> end = parser.getValueAsInt(0);
                    case "label" -> label = parser.getValueAsString("");
                    default -> parser.skipChildren();
                }
            }
            return new Cleaned.Stretch(start, end, label);
        }

        private void ledger(JsonParser parser) throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                parser.skipChildren();
                return;
            }
            hasLedger = true;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    new EntryFields().read(parser, this);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    /** One entry of a ledger under way. */
    private static final class EntryFields {
        private String operation = "";
        private int start;
        private int end;
        private @Nullable String label;
        private String rule = "";
        private String why = "";
        private String text = "";
        private String with = "";
        private String bytes = "";
        private int times = 1;

        void read(JsonParser parser, RecordFields record) throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                String value = parser.getValueAsString("");
                switch (name) {
                    case "op" -> operation = value;
                    case "start" -> start = parser.getValueAsInt(-1);
                    case "end" -> end = parser.getValueAsInt(-1);
                    case "label" -> label = value;
                    case "rule" -> rule = value;
                    case "why" -> why = value;
                    case "text" -> text = value;
                    case "with" -> with = value;
                    case "bytes" -> bytes = value;
                    case "times" -> times = parser.getValueAsInt(1);
                    default -> parser.skipChildren();
                }
            }
            if (operation.equals("decode")) {
                // A note on the reading has no bytes.
                if (!bytes.isEmpty()) {
                    record.pieces.add(new Undecodable(start, bytes));
                }
            } else {
                record.entries.add(entry());
            }
        }

        private Ledger.Entry entry() {
            Ledger.Operation known =
                    operation.equals(Ledger.Operation.REPLACE.key()) ? Ledger.Operation.REPLACE : Ledger.Operation.DROP;
            Label what = label == null ? null : Label.ofKey(label).orElse(null);
            return new Ledger.Entry(known, start, end, what, rule, why, text, with, times);
        }
    }
}
