package dev.winnow.source.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A stream whose first bytes can be examined before it is read. Not thread-safe. */
public final class Lookahead extends InputStream {

    private final InputStream in;
    private final boolean whole;
    private byte[] head;
    private int at;
    /**
     * The exception that ended the look-ahead. It is thrown when the reader gets there, because the bytes before it are sound.
     */
    private @Nullable IOException broken;

    /**
     * Reads the first bytes.
     *
     * @param in closed by {@link #close()}
     * @param most maximum number of bytes to examine
     * @throws IOException if not one byte can be read
     */
    public Lookahead(InputStream in, int most) throws IOException {
        this.in = in;
        byte[] read = new byte[Math.min(most, 1 << 13)];
        int filled = 0;
        int n = 0;
        try {
            while (filled < most && n >= 0) {
                if (filled == read.length) {
                    read = Arrays.copyOf(read, Math.min(most, 4 * read.length));
                }
                n = in.read(read, filled, read.length - filled);
                filled += Math.max(n, 0);
            }
        } catch (IOException e) {
            if (filled == 0) {
                throw e;
            }
            broken = e;
        }
        whole = n < 0;
        head = filled == read.length ? read : Arrays.copyOf(read, filled);
    }

    /** The first bytes; callers must not change them. */
    public byte[] head() {
        return head;
    }

    /** Whether these are all bytes of the stream. */
    public boolean isWhole() {
        return whole;
    }

    @Override
    public int read() throws IOException {
        if (at < head.length) {
            return head[at++] & 0xFF;
        }
        tellBroken();
        return whole ? -1 : in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int left = head.length - at;
        if (left > 0) {
            int n = Math.min(left, length);
            System.arraycopy(head, at, buffer, offset, n);
            at += n;
            if (n == left) {
                head = new byte[0];
                at = 0;
            }
            return n;
        }
        tellBroken();
        return whole ? -1 : in.read(buffer, offset, length);
    }

    @Override
    public long skip(long bytes) throws IOException {
        if (at < head.length) {
            int n = (int) Math.min(head.length - at, Math.max(bytes, 0));
            at += n;
            return n;
        }
        tellBroken();
        return whole ? 0 : in.skip(bytes);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void tellBroken() throws IOException {
        if (broken != null) {
            IOException told = broken;
            broken = null;
            throw told;
        }
    }
}
