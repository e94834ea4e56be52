package dev.winnow.source.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a stream in a buffer, which keeps those from the beginning of a member on, up to {@link #HELD}: a member that is cut
 * off reads on into the next one and is noticed late, and the search for the next one starts at its beginning. The fields are for
 * decoders that take and give back stretches of the buffer. Not thread-safe.
 */
final class HeldBytes {

    private static final int BUFFER = 1 << 16;

    /** Bytes. Members of WARC files have some ten thousand. */
    private static final int HELD = 1 << 20;

    private final InputStream in;
    byte[] raw = new byte[BUFFER];
    /** Where reading goes on. */
    int at;

    int filled;
    /** Bytes of the stream before the buffer. */
    private long passed;

    /** Where the member under way begins; -1 when its beginning is no longer here. */
    private int begin = -1;

    HeldBytes(InputStream in) {
        this.in = in;
    }

    /** Bytes of the stream before the one where reading goes on. */
    long position() {
        return passed + at;
    }

    /** A member begins here. */
    void hold() {
        begin = at;
    }

    /** No member is under way. */
    void letGo() {
        begin = -1;
    }

    /** Goes back to the byte after the first of the member under way, or where that is gone, stays. */
    void rewind() {
        if (begin >= 0) {
            at = begin + 1;
        }
        begin = -1;
    }

    /** Whether that many bytes stand in the buffer from the current one on, after reading as needed. */
    boolean available(int bytes) throws IOException {
        while (filled - at < bytes) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    /** Reads more; false at the end of the stream. */
    boolean fill() throws IOException {
        if (begin >= 0 && filled - begin > HELD) {
            begin = -1;
        }
        int keep = begin >= 0 ? begin : at;
        if (filled == raw.length && keep < raw.length / 2) {
            raw = Arrays.copyOf(raw, 2 * raw.length);
        } else if (filled == raw.length) {
            System.arraycopy(raw, keep, raw, 0, filled - keep);
            filled -= keep;
            passed += keep;
            at -= keep;
            begin -= begin >= 0 ? keep : 0;
        }
        int n = in.read(raw, filled, raw.length - filled);
        filled += Math.max(n, 0);
        return n > 0;
    }

    /** A number of up to eight bytes that are available, the lowest first. */
    long littleEndian(int size) {
        long number = 0;
        for (int i = 0; i < size; i++) {
            number |= (raw[at + i] & 0xFFL) << 8 * i;
        }
        return number;
    }
}
