package dev.winnow.source.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a ZIP stream by the header before each entry, without the directory at the end. */
public final class ZipEntries implements ArchiveEntries {

    private static final int BUFFER = 1 << 16;

    private final ZipArchiveInputStream zip;
    private final InputStream content;
    private @Nullable ZipArchiveEntry current;

    /** @param in closed by {@link #close()} */
    public ZipEntries(InputStream in, Expansion expansion) {
        zip = new ZipArchiveInputStream(new BufferedInputStream(in, BUFFER), "UTF-8");
        content = new Unpacked(zip, expansion) {
            @Override
            IOException explained(Exception broken) {
                return ZipEntries.explained(broken);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public @Nullable Entry next() throws IOException {
        if (current != null && current.getGeneralPurposeBit().usesDataDescriptor() && zip.canReadEntryData(current)) {
            // Only unpacking finds its end, and the unpacked bytes must be counted.
            content.skip(Long.MAX_VALUE);
        }
        try {
            current = zip.getNextEntry();
        } catch (LimitException told) {
            throw told;
        } catch (IOException | RuntimeException broken) {
            throw explained(broken);
        }
        if (current == null) {
            return null;
        }
        return new Entry(
                current.getName(),
                !current.isDirectory() && !current.isUnixSymlink(),
                current.getSize(),
                content,
                unreadable(current));
    }

    private @Nullable String unreadable(ZipArchiveEntry entry) {
        if (zip.canReadEntryData(entry)) {
            return null;
        }
        return entry.getGeneralPurposeBit().usesEncryption()
                ? "is encrypted; decrypt the archive before"
                : "is packed in a way that cannot be read as a stream; pack it again";
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static IOException explained(Exception broken) {
        return new IOException("the zip archive is damaged or cut off: " + Unpacked.reason(broken), broken);
    }
}
