package dev.winnow.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of rows in columns. The library it needs may be missing ({@link OptionalLibrary#PARQUET}). Implementations are thread-safe, the rows are not.
 */
public interface RowFiles {

    /** The rows of a file, one group of rows in memory at a time. */
    interface Rows extends Closeable {

        /**
         * The next row as a JSON object in UTF-8: dates and times as ISO 8601, bytes that are no text as Base64.
         *
         * @return null after the last
         * @throws RefusedException if the next group of rows is larger than the limit
         */
        byte @Nullable [] next() throws IOException, RefusedException;
    }

    /**
     * Opens a file.
     *
     * @param file closed with the rows, or at once if there are none
     * @param wanted names of columns, one of which there must be
     * @param mostBytes of one group of rows, unpacked
     * @throws RefusedException if no column is wanted
     */
    Rows open(SeekableByteChannel file, Set<String> wanted, long mostBytes) throws IOException, RefusedException;
}
