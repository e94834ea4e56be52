package dev.winnow.source.container;

import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdDictDecompress;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of a Zstandard stream as one stream. Like {@link GzipMembers} it can continue after a damaged frame,
 * because WARC files have one frame per record. A skippable frame of a special type may stand first and hold the dictionary for
 * all frames; it may be compressed itself. Sources: RFC 8878, and IIPC, Zstandard Compression for WARC Files 1.0. Not
 * thread-safe.
 */
public final class ZstdFrames extends MemberStream {

    private static final long MAGIC = 0xFD2FB528L;
    private static final long SKIPPABLE = 0x184D2A50L;
    private static final long DICTIONARY_FRAME = 0x184D2A5DL;
    private static final long DICTIONARY = 0xEC30A437L;

    private static final int WORD = Integer.BYTES;

    /** Minimum window to which the decoder can be limited, as a power of two. */
    private static final int LEAST_WINDOW = 10;

    private final Expansion expansion;
    private final int mostWindow;
    private @Nullable ZstdInputStreamNoFinalizer frame;
    private @Nullable ZstdDictDecompress dictionary;

    /**
     * @param in closed by {@link #close()}
     * @param mostWindow maximum size of the window and of the dictionary, in bytes
     */
    public ZstdFrames(InputStream in, Expansion expansion, int mostWindow) {
        super(in, expansion, "zstd frame", WORD);
        this.expansion = expansion;
        this.mostWindow = mostWindow;
    }

    @Override
    int unpack(byte[] buffer, int offset, int length) throws IOException {
        try {
            while (frame != null || beginFrame()) {
                int n = frame == null ? 0 : frame.read(buffer, offset, length);
                if (n > 0) {
                    return n;
                }
                if (n < 0) {
                    leave();
                }
            }
            return -1;
        } catch (ZstdFrame.Broken | ZstdIOException broken) {
            throw asksTooMuch(broken) ? larger("window") : damage(Unpacked.reason(broken));
        } catch (LinkageError unloadable) {
            throw new IOException(
                    "zstd's native library cannot be loaded here (" + unloadable.getMessage()
                            + "); decompress it before, for example with zstd -dc",
                    unloadable);
        }
    }

    @Override
    void leave() throws IOException {
        if (frame != null) {
            frame.close();
            frame = null;
        }
    }

    @Override
    boolean looksLikeMember() {
        return bytes.littleEndian(WORD) == MAGIC;
    }

    @Override
    void release() throws IOException {
        leave();
        if (dictionary != null) {
            dictionary.close();
        }
    }

    /** Moves to the next frame with data; returns false at the end of the stream. */
    private boolean beginFrame() throws IOException {
        while (true) {
            between();
            if (!bytes.available(1)) {
                return false;
            }
            bytes.hold();
            if (!bytes.available(WORD)) {
                throw new ZstdFrame.Broken("it is cut off");
            }
            long magic = bytes.littleEndian(WORD);
            boolean mayBeDictionary = first && magic == DICTIONARY_FRAME;
            first = false;
            if (magic == MAGIC) {
                frame = decoder(ZstdFrame.at(bytes));
                return true;
            }
            if ((magic & ~0xFL) != SKIPPABLE) {
                throw new ZstdFrame.Broken("no frame begins here");
            }
            skippable(mayBeDictionary);
        }
    }

    private ZstdInputStreamNoFinalizer decoder(InputStream from) throws IOException {
        int window = 31 - Integer.numberOfLeadingZeros(mostWindow);
        ZstdInputStreamNoFinalizer decoder = new ZstdInputStreamNoFinalizer(from, RecyclingBufferPool.INSTANCE)
                .setLongMax(Math.max(window, LEAST_WINDOW));
        return dictionary == null ? decoder : decoder.setDict(dictionary);
    }

    private void skippable(boolean mayBeDictionary) throws IOException {
        if (!bytes.available(2 * WORD)) {
            throw new ZstdFrame.Broken("it is cut off");
        }
        bytes.at += WORD;
        long left = bytes.littleEndian(WORD);
        bytes.at += WORD;
        if (mayBeDictionary && left >= WORD && bytes.available(WORD)) {
            long content = bytes.littleEndian(WORD);
            if (content == MAGIC || content == DICTIONARY) {
                readDictionary(left);
                return;
            }
        }
        while (left > 0) {
            if (!bytes.available(1)) {
                throw new ZstdFrame.Broken("it is cut off");
            }
            int n = (int) Math.min(left, bytes.filled - bytes.at);
            bytes.at += n;
            left -= n;
        }
    }

    private void readDictionary(long size) throws IOException {
        // Reads at most one byte more than allowed, whatever size is declared, so that a dictionary that is too large
        // is reported as such.
        byte[] content = new InputStream() {
            private long left = size;

            @Override
            public int read() throws IOException {
                return left-- > 0 && bytes.available(1) ? bytes.raw[bytes.at++] & 0xFF : -1;
            }
        }.readNBytes((int) Math.min(size, mostWindow + 1L));
        if (content.length > mostWindow) {
            throw larger("dictionary");
        }
        if (content.length < size) {
            throw new IOException("the zstd data is damaged: its dictionary is cut off");
        }
        byte[] plain = content[0] == (byte) MAGIC ? unpacked(content) : content;
        try {
            dictionary = new ZstdDictDecompress(plain);
        } catch (IllegalStateException none) {
            throw new IOException("the zstd data is damaged: its dictionary is invalid", none);
        }
    }

    private byte[] unpacked(byte[] packed) throws IOException {
        try (InputStream decoder = decoder(new ByteArrayInputStream(packed))) {
            byte[] content = decoder.readNBytes(mostWindow);
            expansion.unpacked(content.length);
            if (decoder.read() >= 0) {
                throw larger("dictionary");
            }
            return content;
        } catch (ZstdIOException broken) {
            if (asksTooMuch(broken)) {
                throw larger("dictionary");
            }
            throw new IOException("the zstd data is damaged in its dictionary: " + broken.getMessage(), broken);
        }
    }

    /** Whether this is Zstandard's message for a window beyond the limit. */
    private static boolean asksTooMuch(IOException broken) {
        return Unpacked.reason(broken).contains("too much memory");
    }

    private LimitException larger(String what) {
        return new LimitException("the zstd data needs a " + what + " larger than " + (mostWindow >> 20)
                + " MiB; raise the limit with --max-window");
    }
}
