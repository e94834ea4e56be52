package dev.winnow.writer;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Packs articles into rows of columns. The library this takes is loaded on first use ({@link dev.winnow.library.Library#PARQUET}).
 * Implementations are thread-safe, the packing is not.
 */
public interface RowPacker {

    /** A file under way; some rows are in memory until there are enough of them. */
    interface Packing extends Closeable {

        /**
         * Adds an article.
         *
         * @param json as {@link Format#JSONL} has it
         */
        void add(byte[] json) throws IOException;

        /** Writes the rows in memory and the end of the file, without which nobody can read it. The stream stays open. */
        @Override
        void close() throws IOException;
    }

    /** @param out written from here on, never closed */
    Packing open(OutputStream out) throws IOException;
}
