package dev.winnow.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of rows and columns. The library may be missing ({@link OptionalLibrary#PARQUET}). Implementations are
 * thread-safe; the rows are not.
 */
public interface RowFiles {

    /** The rows of a file, one row group in memory at a time. */
    interface Rows extends Closeable {

        /**
         * Returns the next row as a JSON object in UTF-8: dates and times as ISO 8601, bytes that are not text as Base64.
         *
         * @return null after the last
         * @throws RefusedException if the next row group is larger than the limit
         */
        byte @Nullable [] next() throws IOException, RefusedException;
    }

    /**
     * Opens a file.
     *
     * @param file closed together with the rows; at once if opening fails
     * @param wanted names of columns, at least one of which must exist
     * @param mostBytes maximum size of one row group, unpacked
     * @throws RefusedException if the file has none of these columns
     */
    Rows open(SeekableByteChannel file, Set<String> wanted, long mostBytes) throws IOException, RefusedException;
}
