package dev.winnow.source.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The entries of an archive, one after the other, as they stand in the stream. */
public interface ArchiveEntries extends Closeable {

    /**
     * Goes to the next entry; what was left of the one before is passed over.
     *
     * @return null after the last
     * @throws DamagedException if an entry is damaged and the next may still be found; any other exception is the end
     */
    @Nullable
    Entry next() throws IOException;

    /**
     * One entry.
     *
     * @param name its path as the archive says it, parts joined by {@code /}
     * @param isFile whether it is a file: no folder, link or device
     * @param size its bytes as declared, which need not be true; -1 when unknown
     * @param content valid until the next entry; closing it does nothing
     * @param unreadable why its content cannot be read; null when it can
     */
    record Entry(
            String name,
            boolean isFile,
            long size,
            InputStream content,
            @Nullable String unreadable) {}
}
