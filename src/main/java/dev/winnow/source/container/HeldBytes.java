package dev.winnow.source.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A buffer of a stream that keeps the bytes of the current member, up to {@link #HELD}. A truncated member is noticed late,
 * after reading into the next one, so the search for the next member must start at its beginning. Decoders use the fields
 * directly to take bytes and to give them back. Not thread-safe.
 */
final class HeldBytes {

    private static final int BUFFER = 1 << 16;

    /** Maximum number of bytes kept of a member. Members of WARC files have some ten thousand. */
    private static final int HELD = 1 << 20;

    private final InputStream in;
    byte[] raw = new byte[BUFFER];
    /** Index in the buffer of the next byte. */
    int at;

    int filled;
    /** Number of bytes of the stream before the buffer. */
    private long passed;

    /** Index of the beginning of the current member; -1 if there is none, or if it is no longer in the buffer. */
    private int begin = -1;

    HeldBytes(InputStream in) {
        this.in = in;
    }

    /** Number of bytes of the stream before the next byte. */
    long position() {
        return passed + at;
    }

    /** Marks the beginning of a member here. */
    void hold() {
        begin = at;
    }

    /** Removes the mark. */
    void letGo() {
        begin = -1;
    }

    /** Moves back to the second byte of the current member. If its beginning is no longer in the buffer, the position stays. */
    void rewind() {
        if (begin >= 0) {
            at = begin + 1;
        }
        begin = -1;
    }

    /** Whether the buffer holds that many bytes from the current one on; reads more if necessary. */
    boolean available(int bytes) throws IOException {
        while (filled - at < bytes) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    /** Reads more bytes; returns false at the end of the stream. */
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

    /** Returns a little-endian number of up to eight available bytes. */
    long littleEndian(int size) {
        long number = 0;
        for (int i = 0; i < size; i++) {
            number |= (raw[at + i] & 0xFFL) << 8 * i;
        }
        return number;
    }
}
