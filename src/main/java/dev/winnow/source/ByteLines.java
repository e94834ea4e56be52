package dev.winnow.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads the lines of a stream as bytes, one at a time in one buffer. The memory for a file of any size is that of its longest
 * line. Not thread-safe.
 *
 * <p>A line ends with a line feed. The feed, and a carriage return before it, do not belong to the line. A line longer than the
 * limit is skipped and not stored.
 */
public final class ByteLines implements Closeable {

    private static final int FIRST_BUFFER = 1 << 16;

    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int filled;
    private int start;
    private int end;
    private int next;
    private long number;
    private boolean ended;
    private boolean tooLong;
    private final boolean endAtNuls;
    private boolean afterFeed = true;
    private long nuls;

    /**
     * @param in closed by {@link #close()}
     * @param longest maximum length of a line, in bytes
     */
    public ByteLines(InputStream in, int longest) {
        this(in, longest, false);
    }

    private ByteLines(InputStream in, int longest, boolean endAtNuls) {
        this.in = in;
        this.longest = longest;
        this.endAtNuls = endAtNuls;
    }

    /**
     * Returns a reader for text that should hold no NULs. A NUL ends a line, too. All NULs are counted and belong to no line.
     *
     * @param before number of lines of the file before the stream
     */
    static ByteLines endingAtNuls(InputStream in, int longest, long before) {
        ByteLines lines = new ByteLines(in, longest, true);
        lines.number = before;
        return lines;
    }

    /**
     * Reads the next line.
     *
     * @return false after the last
     */
    public boolean next() throws IOException {
        tooLong = false;
        start = next;
        skipNuls();
        int looked = start;
        while (true) {
            int feed = indexOfFeed(looked);
            if (feed >= 0) {
                return line(feed, buffer[feed] == '\n');
            }
            looked = filled;
            if (filled - start > longest) {
                tooLong = true;
                start = filled;
            }
            if (ended) {
                return (start < filled || tooLong) && line(filled, false);
            }
            looked -= fill();
        }
    }

    /**
     * Returns the buffer that holds the current line from {@link #start()} to {@link #end()}, until the next call of {@link
     * #next()}.
     */
    public byte[] buffer() {
        return buffer;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** Number of the current line, from 1. */
    public long number() {
        return number;
    }

    /** Returns the number of NULs before the current line, or at the end, since the last call of this method. */
    long takeNuls() {
        long taken = nuls;
        nuls = 0;
        return taken;
    }

    /** Whether the current line exceeds the limit. It is then empty here. */
    public boolean isTooLong() {
        return tooLong;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean line(int feed, boolean isFeed) {
        number += afterFeed ? 1 : 0;
        afterFeed = isFeed;
        next = isFeed ? feed + 1 : feed;
        end = feed > start && buffer[feed - 1] == '\r' ? feed - 1 : feed;
        if (tooLong || end - start > longest) {
            tooLong = true;
            start = end;
        }
        return true;
    }

    private void skipNuls() throws IOException {
        while (endAtNuls) {
            while (start < filled && buffer[start] == 0) {
                start++;
                nuls++;
            }
            if (start < filled || ended) {
                return;
            }
            fill();
        }
    }

    private int indexOfFeed(int from) {
        for (int i = from; i < filled; i++) {
            if (buffer[i] == '\n' || endAtNuls && buffer[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Reads more bytes. The current line first moves to the front of the buffer; returns by how many bytes. */
    private int fill() throws IOException {
        int moved = start;
        if (moved > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= moved;
            start = 0;
        }
        if (filled == buffer.length) {
            // The buffer is larger than the longest line only by what it takes to see that a line is longer.
            long most = Math.min((long) longest + FIRST_BUFFER, Integer.MAX_VALUE - 8);
            buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, most));
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            ended = true;
        } else {
            filled += read;
        }
        return moved;
    }
}
