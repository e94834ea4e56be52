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
 * The frames of a Zstandard stream as one stream, which can go on behind a damaged frame, as {@link GzipMembers} does: WARC files have a
 * frame for each record. Such a file may begin with the dictionary for all its frames, in a skippable frame of its own kind, which
 * may be compressed itself (IIPC, Zstandard Compression for WARC Files 1.0). Format: RFC 8878. Not thread-safe.
 */
public final class ZstdFrames extends InputStream implements Members {

    private static final long MAGIC = 0xFD2FB528L;
    private static final long SKIPPABLE = 0x184D2A50L;
    private static final long DICTIONARY_FRAME = 0x184D2A5DL;
    private static final long DICTIONARY = 0xEC30A437L;

    private static final int WORD = Integer.BYTES;

    /** The smallest window that the decoder can be limited to, as a power of two. */
    private static final int LEAST_WINDOW = 10;

    private final InputStream in;
    private final HeldBytes bytes;
    private final Expansion expansion;
    private final int mostWindow;
    private @Nullable ZstdInputStreamNoFinalizer frame;
    private @Nullable ZstdDictDecompress dictionary;
    private boolean first = true;
    private @Nullable String damage;
    private boolean closed;
    private long given;

    /**
     * @param in closed by {@link #close()}
     * @param mostWindow bytes of the largest window, and of the largest dictionary
     */
    public ZstdFrames(InputStream in, Expansion expansion, int mostWindow) {
        this.in = in;
        this.bytes = new HeldBytes(in);
        this.expansion = expansion;
        this.mostWindow = mostWindow;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws DamagedMemberException at a damaged frame, again and again until {@link #resume()} goes on behind it */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (closed) {
            throw new IOException("the stream is closed");
        }
        if (damage != null) {
            throw new DamagedMemberException(damage, 0);
        }
        try {
            while (frame != null || beginFrame()) {
                int n = frame == null ? 0 : frame.read(buffer, offset, length);
                if (n > 0) {
                    given += n;
                    expansion.unpacked(n);
                    return n;
                }
                if (n < 0) {
                    endFrame();
                }
            }
            return -1;
        } catch (ZstdFrame.Broken | ZstdIOException broken) {
            throw damage(broken);
        } catch (LinkageError unloadable) {
            throw new IOException(
                    "zstd's native library cannot be loaded here (" + unloadable.getMessage()
                            + "); decompress it before, for example with zstd -dc",
                    unloadable);
        }
    }

    @Override
    public boolean resume() throws IOException {
        endFrame();
        bytes.rewind();
        damage = null;
        while (bytes.available(WORD)) {
            if (bytes.littleEndian(WORD) == MAGIC) {
                return true;
            }
            bytes.at++;
        }
        bytes.at = bytes.filled;
        return false;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        endFrame();
        if (dictionary != null) {
            dictionary.close();
        }
        in.close();
    }

    /** Goes on to the next frame with data; false at the end of the stream. */
    private boolean beginFrame() throws IOException {
        while (true) {
            given = 0;
            bytes.letGo();
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

    private void endFrame() throws IOException {
        if (frame != null) {
            frame.close();
            frame = null;
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
        // As far as it is there: what is too long is told as such, whatever it declares.
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
            throw new IOException("the zstd data is damaged: its dictionary is none", none);
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
            throw new IOException("the zstd data is damaged: its dictionary is, " + broken.getMessage(), broken);
        }
    }

    /** Zstandard's words for a window beyond the limit. */
    private static boolean asksTooMuch(IOException broken) {
        return Unpacked.reason(broken).contains("too much memory");
    }

    private LimitException larger(String what) {
        return new LimitException("the zstd data needs a " + what + " larger than " + (mostWindow >> 20)
                + " MiB; raise the limit with --max-window");
    }

    private IOException damage(IOException broken) {
        if (asksTooMuch(broken)) {
            return larger("window");
        }
        damage = "a zstd frame is damaged: " + Unpacked.reason(broken);
        return new DamagedMemberException(damage, given);
    }
}
