package dev.winnow.spark;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream of the complete lines of a file that begin in a range of bytes. With adjacent ranges, each line of the file is in
 * exactly one range. Not thread-safe.
 */
final class LineRange extends FilterInputStream {

    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int filled;
    /** Offset in the file of the next byte of the buffer. */
    private long position;

    private final long to;
    private boolean ended;

    /**
     * Moves to the first line of the range.
     *
     * @param in the file, from the byte before the range; from its first byte if the range begins there
     * @param from start offset of the range, in bytes
     * @param to end offset of the range, exclusive, at least 1
     */
    LineRange(InputStream in, long from, long to) throws IOException {
        super(in);
        this.to = to;
        this.position = Math.max(0, from - 1);
        if (from > 0 && !passFeed()) {
            ended = true;
        }
        ended |= position >= to;
    }

    /** Moves to the byte after the next line feed; returns false if there is none. */
    private boolean passFeed() throws IOException {
        while (next < filled || fill()) {
            position++;
            if (buffer[next++] == '\n') {
                return true;
            }
        }
        return false;
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = Math.max(0, in.read(buffer, 0, buffer.length));
        return filled > 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (ended || next == filled && !fill()) {
            ended = true;
            return -1;
        }
        int most = Math.min(length, filled - next);
        int count = most;
        // A line that begins in the range and ends after it belongs to the range.
        if (position + most >= to) {
            count = (int) Math.max(0, Math.min(most, to - 1 - position));
            while (count < most && !ended) {
                ended = buffer[next + count++] == '\n';
            }
        }
        System.arraycopy(buffer, next, into, offset, count);
        next += count;
        position += count;
        return count;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return bytes <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(bytes, buffer.length)]));
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
