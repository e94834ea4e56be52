package dev.winnow.source.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/**
 * Compressions that are decoded as one stream, concatenated members included. Compressions whose damaged members can be skipped
 * have classes of their own ({@link Members}).
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
            // The dictionary lies in the Java heap, where documents need room too.
            long most = Math.min(mostWindow, Runtime.getRuntime().maxMemory() / 3);
            return new XZInputStream(buffered(in), (int) (most >> 10) + XZ_OVERHEAD);
        }
    };

    /** Memory of the xz decoder beside the dictionary in KiB, from its documentation. */
    private static final int XZ_OVERHEAD = 104;

    private static final int BUFFER = 1 << 16;

    private final String word;

    Compression(String word) {
        this.word = word;
    }

    abstract InputStream decompressor(InputStream in, int mostWindow) throws IOException;

    /**
     * Opens the decompressed stream.
     *
     * @param in closed together with the result, and on failure
     * @param mostWindow maximum size of the dictionary in bytes
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
