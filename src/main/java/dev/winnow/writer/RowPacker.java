package dev.winnow.writer;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Packs articles into rows of columns. The library it needs may be missing
 * ({@link dev.winnow.source.OptionalLibrary#PARQUET}).
 * Implementations are thread-safe, the packing is not.
 */
public interface RowPacker {

    /**
     * Rows that were written together.
     *
     * @param rows how many
     * @param end bytes of the file up to their end
     * @param description what the end of the file will say of them; not to be changed
     */
    record Group(long rows, long end, byte[] description) {}

    /** A file under way; some rows are in memory until there are enough of them for a group. */
    interface Packing extends Closeable {

        /**
         * Adds an article.
         *
         * @param json as {@link Format#JSONL} has it
         * @return the group that is full with it, and written; which articles make up a group depends on these alone
         */
        @Nullable
        Group add(byte[] json) throws IOException;

        /** Writes the rows in memory as a group; null when there are none. */
        @Nullable
        Group flush() throws IOException;

        /**
         * What stands behind the last group, and tells where the groups are: without it nobody can read the file.
         *
         * @return to be written
         */
        byte[] end() throws IOException;

        /** Gives up what is in memory. The stream stays open. */
        @Override
        void close() throws IOException;
    }

    /**
     * Begins a file, or goes on with one.
     *
     * @param out written from here on, and never closed
     * @param earlier the groups that are in the file already, all of them, in their order
     */
    Packing open(OutputStream out, List<Group> earlier) throws IOException;
}
