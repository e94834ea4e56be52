package dev.winnow.output;

import dev.winnow.render.Format;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Packs articles into rows of columns. The library it needs may be missing
 * ({@link dev.winnow.source.OptionalLibrary#PARQUET}).
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

        /** Writes the rows in memory and the file's end, without which nobody can read it. */
        void end() throws IOException;

        /** Gives up what is in memory, unless the file has its end. The stream stays open. */
        @Override
        void close() throws IOException;
    }

    /**
     * Begins a file.
     *
     * @param out written from here on, and never closed
     */
    Packing open(OutputStream out) throws IOException;
}
