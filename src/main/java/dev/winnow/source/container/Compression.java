package dev.winnow.source.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/**
 * Compressions that are taken off as a whole; concatenated members are one stream. Those in which a damaged member can be passed
 * over have classes of their own ({@link Members}).
 */
public enum Compression {
    BZIP2("bzip2") {
        @Override
        InputStream decompressor(InputStream in, int mostWindow) throws IOException {
            return new BZip2CompressorInputStream(buffered(in), true);
        }
    },
    XZ("xz") {
        @Override
        InputStream decompressor(InputStream in, int mostWindow) throws IOException {
            // The dictionary lies in Java's heap, where documents need room too.
            long most = Math.min(mostWindow, Runtime.getRuntime().maxMemory() / 3);
            return new XZInputStream(buffered(in), (int) (most >> 10) + XZ_OVERHEAD);
        }
    };

    /** KiB that the xz decoder needs beside the dictionary, by its documentation. */
    private static final int XZ_OVERHEAD = 104;

    private static final int BUFFER = 1 << 16;

    private final String word;

    Compression(String word) {
        this.word = word;
    }

    abstract InputStream decompressor(InputStream in, int mostWindow) throws IOException;

    /**
     * Takes the compression off.
     *
     * @param in closed with what is returned, and when this fails
     * @param mostWindow bytes of the largest dictionary
     */
    public InputStream open(InputStream in, Expansion expansion, int mostWindow) throws IOException {
        InputStream decompressor;
        try {
            decompressor = decompressor(in, mostWindow);
        } catch (IOException | RuntimeException broken) {
            in.close();
            throw explained(broken, mostWindow);
        }
        return new Unpacked(decompressor, expansion) {
            @Override
            IOException explained(Exception broken) {
                return Compression.this.explained(broken, mostWindow);
            }
        };
    }

    private static InputStream buffered(InputStream in) {
        return new BufferedInputStream(in, BUFFER);
    }

    private IOException explained(Exception broken, int mostWindow) {
        String message = Unpacked.reason(broken);
        if (broken instanceof MemoryLimitException) {
            return new LimitException("the " + word + " data needs a window larger than " + (mostWindow >> 20)
                    + " MiB; raise the limit with --max-window");
        }
        return new IOException("the " + word + " data is damaged or cut off: " + message, broken);
    }
}
