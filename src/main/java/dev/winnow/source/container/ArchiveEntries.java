package dev.winnow.source.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Iterates over the entries of an archive, in the order of the stream. */
public interface ArchiveEntries extends Closeable {

    /**
     * Moves to the next entry; the unread rest of the current one is skipped.
     *
     * @return null after the last
     * @throws DamagedException if an entry is damaged but the next may still be found; after any other exception reading cannot
     *     continue
     */
    @Nullable
    Entry next() throws IOException;

    /**
     * One entry.
     *
     * @param name its path in the archive, with {@code /} between its parts
     * @param isFile whether it is a regular file, not a folder, link or device
     * @param size declared size in bytes, which may be wrong; -1 when unknown
     * @param content valid until the next entry; closing it does nothing
     * @param unreadable the reason why its content cannot be read; null when it can
     */
    record Entry(
            String name,
            boolean isFile,
            long size,
            InputStream content,
            @Nullable String unreadable) {}
}
