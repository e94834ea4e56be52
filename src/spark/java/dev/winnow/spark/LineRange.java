package dev.winnow.spark;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a file that begin in a range of its bytes, whole, as a stream: each line of the file is in exactly one of ranges that
 * follow each other. Not thread-safe.
 */
final class LineRange extends FilterInputStream {

    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int filled;
    /** Where the next byte of the buffer stands in the file. */
    private long position;

    private final long to;
    private boolean ended;

    /**
     * Goes to the first line of the range.
     *
     * @param in the file from the byte before the range on; from the range on where that begins the file
     * @param from where the range begins
     * @param to where it ends, from 1
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

    /** Goes behind the next feed; false if there is none. */
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
        // The line that is under way at the end of the range belongs to it.
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
