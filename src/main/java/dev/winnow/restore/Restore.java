package dev.winnow.restore;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import dev.winnow.document.Label;
import dev.winnow.document.Ledger;
import dev.winnow.document.SourceDocument.Undecodable;
import dev.winnow.source.ByteLines;
import dev.winnow.source.JsonTree;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Restores the sources of records that were written as JSON Lines with the ledger. Holds one record in memory at a time. Not
 * thread-safe.
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

    /** Operation of ledger entries with bytes that the decoded text alone cannot restore. */
    private static final String DECODE = "decode";

    private final ByteLines lines;
    private final String origin;

    private Restore(ByteLines lines, String origin) {
        this.lines = lines;
        this.origin = origin;
    }

    /**
     * @param in JSON Lines in UTF-8; closed by {@link #close()}
     * @param origin the file's name, for messages
     */
    public static Restore of(InputStream in, String origin) {
        return new Restore(new ByteLines(in, LONGEST_RECORD), origin);
    }

    /**
     * Returns the source of the next record.
     *
     * @return null after the last record
     * @throws RestoreException if this record cannot be restored; the next call continues with the next record
     */
    public @Nullable Restored next() throws IOException, RestoreException {
        Cleaned record = nextCleaned();
        return record == null ? null : record.source();
    }

    /** Returns the next record with its source; otherwise like {@link #next()}. */
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

    private Cleaned restored(String place) throws RestoreException {
        Map<?, ?> record = record(place);
        String named = string(record, "id");
        String id = named == null ? place : named;
        String text = string(record, "text");
        if (text == null) {
            throw new RestoreException(
                    place + ": the record " + id + " has no text; it was not written by winnow clean");
        }
        if (!(record.get("ledger") instanceof List<?>)) {
            throw new RestoreException(place + ": the record " + id + " has no ledger; clean with --ledger");
        }
        List<Ledger.Entry> entries = new ArrayList<>();
        List<Undecodable> pieces = new ArrayList<>();
        for (Map<?, ?> told : objects(record, "ledger")) {
            if (!DECODE.equals(told.get("op"))) {
                entries.add(entry(told));
            } else if (!word(told, "bytes").isEmpty()) {
                // An entry without bytes is only a note about decoding.
                pieces.add(new Undecodable(number(told, "start", 0), word(told, "bytes")));
            }
        }
        Ledger ledger = new Ledger(entries);
        String charset = record.get("winnow") instanceof Map<?, ?> winnow ? string(winnow, "charset") : null;
        Restored source = source(place, id, text, ledger, pieces, charset);
        return new Cleaned(source, text, ledger, string(record, "source"), labels(record));
    }

    private Map<?, ?> record(String place) throws RestoreException {
        try {
            return JsonTree.object(lines.buffer(), lines.start(), lines.end());
        } catch (JacksonException broken) {
            JsonLocation location = broken.getLocation();
            throw new RestoreException(
                    place + ":" + (location == null ? 1 : location.getColumnNr()) + ": not a JSON record: "
                            + String.valueOf(broken.getOriginalMessage()).replaceAll("\\s+", " "),
                    broken);
        } catch (IOException | NumberFormatException unreadable) {
            throw new RestoreException(place + ": not a JSON record: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Restored source(
            String place, String id, String text, Ledger ledger, List<Undecodable> pieces, @Nullable String declared)
            throws RestoreException {
        try {
            for (Ledger.Entry entry : ledger.entries()) {
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
            String source = ledger.restore(text);
            int at = 0;
            for (Undecodable piece : pieces) {
                if (piece.offset() < at || piece.offset() >= source.length()) {
                    throw new IllegalArgumentException("the bytes for [" + piece.offset() + ", " + (piece.offset() + 1L)
                            + ") lie outside the source of " + source.length() + " units or are out of order");
                }
                HexFormat.of().parseHex(piece.hex());
                at = piece.offset() + 1;
            }
            Charset charset = declared == null ? UTF_8 : Charset.forName(declared);
            if (!charset.canEncode()) {
                throw new IllegalArgumentException("Java cannot encode the charset " + charset.name());
            }
            return new Restored(id, source, charset.name(), pieces);
        } catch (IllegalArgumentException misfit) {
            throw new RestoreException(
                    place + ": the record " + id + " cannot be restored: " + misfit.getMessage()
                            + "; was its text or ledger changed after cleaning?",
                    misfit);
        }
    }

    private static Ledger.Entry entry(Map<?, ?> told) {
        boolean replaces = Ledger.Operation.REPLACE.key().equals(told.get("op"));
        String label = string(told, "label");
        return new Ledger.Entry(
                replaces ? Ledger.Operation.REPLACE : Ledger.Operation.DROP,
                number(told, "start", 0),
                number(told, "end", 0),
                label == null ? null : Label.ofKey(label).orElse(null),
                word(told, "rule"),
                word(told, "why"),
                word(told, "text"),
                word(told, "with"),
                number(told, "times", 1));
    }

    private static @Nullable List<Cleaned.Stretch> labels(Map<?, ?> record) {
        return record.get("labels") instanceof List<?>
                ? objects(record, "labels").stream()
                        .map(told -> new Cleaned.Stretch(
                                number(told, "start", 0), number(told, "end", 0), word(told, "label")))
                        .toList()
                : null;
    }

    private static List<Map<?, ?>> objects(Map<?, ?> record, String name) {
        List<Map<?, ?>> objects = new ArrayList<>();
        if (record.get(name) instanceof List<?> list) {
            for (Object value : list) {
                if (value instanceof Map<?, ?> object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    private static @Nullable String string(Map<?, ?> record, String name) {
        Object value = record.get(name);
        return value == null || value instanceof Map || value instanceof List ? null : value.toString();
    }

    private static String word(Map<?, ?> record, String name) {
        String word = string(record, name);
        return word == null ? "" : word;
    }

    /** Returns a whole number; -1, which is valid nowhere, for any other value. */
    private static int number(Map<?, ?> record, String name, int absent) {
        Object value = record.get(name);
        return value == null ? absent : value instanceof Integer number ? number : -1;
    }
}
