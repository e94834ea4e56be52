package dev.winnow.source.office;

import dev.winnow.source.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Declarations in an office document that is a ZIP file. Reading them also checks that unpacking the file does not exhaust
 * memory.
 *
 * @param mimetype content of the entry of that name (OpenDocument, EPUB); null without one
 * @param contentTypes content of the entry of that name (Office Open XML); null without one
 */
record ZipPackage(@Nullable String mimetype, @Nullable String contentTypes) {

    /**
     * Maximum ratio of unpacked to packed size. XML text is compressed to a twentieth at best. The ratio recognises small
     * bombs, the size large ones.
     */
    private static final int MOST_RATIO = 200;

    /** Number of unpacked bytes up to which the ratio does not count: a page of blanks is compressed well. */
    private static final long HARMLESS = 16 << 20;

    /** Maximum number of unpacked bytes per character of text; the rest is markup and pictures. */
    private static final int BYTES_A_CHARACTER = 8;

    private static final int LONGEST_DECLARATION = 1 << 20;

    /** Reads all entries once, without storing their content. */
    static ZipPackage look(byte[] bytes, int mostCharacters) throws IOException, RefusedException {
        String mimetype = null;
        String contentTypes = null;
        long most = Math.min(
                (long) mostCharacters * BYTES_A_CHARACTER, Math.max(HARMLESS, (long) bytes.length * MOST_RATIO));
        long total = 0;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    switch (entry.getName()) {
                        case "mimetype" -> mimetype = declaration(in).strip();
                        case "[Content_Types].xml" -> contentTypes = declaration(in);
                        default -> {
                            // Only the size of other entries matters here.
                        }
                    }
                    total += size(in, most - total);
                }
                if (total > most) {
                    throw new RefusedException("unpacks to more than " + most / (1 << 20)
                            + " MiB, like a zip bomb; if it is not one, raise the limit with --max-size");
                }
            }
        }
        return new ZipPackage(mimetype, contentTypes);
    }

    private static String declaration(InputStream entry) throws IOException {
        return new String(entry.readNBytes(LONGEST_DECLARATION), StandardCharsets.UTF_8);
    }

    private static long size(InputStream entry, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        int read;
        while (size <= most && (read = entry.read(buffer)) >= 0) {
            size += read;
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException();
            }
        }
        return size;
    }
}
