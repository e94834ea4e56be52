package dev.winnow.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** Reads the documents of a Parquet file, one per row, with the same fields as JSON Lines. */
final class ParquetDocuments extends Documents {

    /** Columns of which a file needs at least one. */
    private static final Set<String> CONTENT = Set.of("text", "html");

    /**
     * Maximum size of a row group, as a multiple of the maximum document size. Programs write groups of about a hundred
     * megabytes.
     */
    private static final int DOCUMENTS_A_GROUP = 16;

    private static final byte[] MARK = {'P', 'A', 'R', '1'};

    private static final String NO_MEMORY =
            "needs more memory than there is; write it with smaller row groups, or give more: WINNOW_JAVA_OPTS=-Xmx8g";

    private final RowFiles.Rows rows;
    private final JsonRecords records;
    private final Provenance file;
    private final Limits limits;
    private long number;
    private boolean ended;

    private ParquetDocuments(RowFiles.Rows rows, Provenance file, JsonRecords records, Limits limits) {
        this.rows = rows;
        this.records = records;
        this.file = file;
        this.limits = limits;
    }

    /** Whether a file begins like Parquet. Such a file cannot be read as a stream, because its end must be read first. */
    static boolean isParquet(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return isParquet(in.readNBytes(MARK.length));
        }
    }

    static boolean isParquet(byte[] head) {
        return Arrays.equals(head, 0, Math.min(head.length, MARK.length), MARK, 0, MARK.length);
    }

    static Documents of(Path path, Provenance file, Limits limits) {
        try {
            return of(Files.newByteChannel(path), file, limits);
        } catch (IOException broken) {
            return failed(file, Inputs.reason(broken));
        }
    }

    /**
     * @param bytes the whole file. It cannot be a stream, because the end is read first
     */
    static Documents of(byte[] bytes, Provenance file, Limits limits) {
        return of(new SeekableInMemoryByteChannel(bytes), file, limits);
    }

    private static Documents of(SeekableByteChannel channel, Provenance file, Limits limits) {
        return of(channel, file, Map.of(), limits);
    }

    /**
     * @param columns maps columns to the fields as which they are read, where the names differ
     */
    static Documents of(SeekableByteChannel channel, Provenance file, Map<String, String> columns, Limits limits) {
        if (!OptionalLibrary.PARQUET.isThere()) {
            return failed(file, OptionalLibrary.PARQUET.missing());
        }
        try {
            RowFiles files = OptionalLibrary.implementation(RowFiles.class);
            long most = (long) limits.maxDocumentBytes() * DOCUMENTS_A_GROUP;
            Set<String> wanted = new HashSet<>(CONTENT);
            columns.forEach((column, field) -> {
                if (CONTENT.contains(field)) {
                    wanted.remove(field);
                    wanted.add(column);
                }
            });
            return new ParquetDocuments(
                    files.open(channel, wanted, most), file, new JsonRecords(limits, columns), limits);
        } catch (RefusedException none) {
            return failed(file, String.valueOf(none.getMessage()));
        } catch (IOException | RuntimeException damaged) {
            return failed(file, "is damaged: " + LibraryMessage.of(damaged));
        } catch (OutOfMemoryError full) {
            return failed(file, NO_MEMORY);
        }
    }

    @Override
    @Nullable
    Input advance() throws IOException {
        if (ended) {
            return null;
        }
        try {
            byte[] row = rows.next();
            if (row == null) {
                return null;
            }
            number++;
            if (row.length > limits.maxDocumentBytes()) {
                return failure(limits.exceeded("the row is longer"));
            }
            JsonRecords.Place place = new JsonRecords.Place(file.origin(), number, 1);
            return records.read(row, 0, row.length, place, file.id() + ":" + number);
        } catch (RefusedException refused) {
            return last(String.valueOf(refused.getMessage()));
        } catch (IOException | RuntimeException damaged) {
            return last("is damaged, and the rows from here on are lost: " + LibraryMessage.of(damaged));
        } catch (OutOfMemoryError full) {
            return last(NO_MEMORY);
        }
    }

    @Override
    String place() {
        return file.origin() + ":" + number;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private Input last(String message) {
        ended = true;
        number++;
        return failure(message);
    }

    private Input failure(String message) {
        return new Input.Failure(place(), message);
    }

    private static Documents failed(Provenance file, String message) {
        return Documents.of(new Input.Failure(file.origin(), message));
    }
}
