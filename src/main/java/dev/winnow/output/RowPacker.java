package dev.winnow.output;

import dev.winnow.render.Format;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Packs articles into a file with rows and columns. The library for it may be missing
 * ({@link dev.winnow.source.OptionalLibrary#PARQUET}). Implementations are thread-safe; a {@link Packing} is not.
 */
public interface RowPacker {

    /** An unfinished file. Rows are kept in memory until there are enough for one group. */
    interface Packing extends Closeable {

        /**
         * Adds an article as a row.
         *
         * @param json the article as {@link Format#JSONL} renders it
         */
        void add(byte[] json) throws IOException;

        /** Writes the rows in memory and the end of the file. Without its end the file cannot be read. */
        void end() throws IOException;

        /** Drops the rows in memory, if {@link #end} was not called. The stream stays open. */
        @Override
        void close() throws IOException;
    }

    /**
     * Begins a file.
     *
     * @param out receives the file, from its current position; never closed
     */
    Packing open(OutputStream out) throws IOException;
}
