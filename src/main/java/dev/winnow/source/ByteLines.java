package dev.winnow.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream as bytes, one at a time in one buffer, so that a file of any size needs only the memory of its longest
 * line. Not thread-safe.
 *
 * <p>A line ends with a line feed; the feed, and a carriage return before it, are no part of it. A line longer than the limit is
 * skipped without being held.
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
     * @param longest bytes of the longest line to hold
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
     * The same for text without NULs: a line ends before one, too, and NULs are counted, however many, and belong to no line.
     *
     * @param before lines before the stream, where it is a part of a file
     */
    static ByteLines endingAtNuls(InputStream in, int longest, long before) {
        ByteLines lines = new ByteLines(in, longest, true);
        lines.number = before;
        return lines;
    }

    /**
     * Goes to the next line.
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

    /** Holds the current line from {@link #start()} to {@link #end()}, until the next call of {@link #next()}. */
    public byte[] buffer() {
        return buffer;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** The current line's number, from 1. */
    public long number() {
        return number;
    }

    /** NULs before the current line, or at the end, since this was asked last. */
    long takeNuls() {
        long taken = nuls;
        nuls = 0;
        return taken;
    }

    /** Whether the current line went beyond the limit; then it is empty here. */
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

    /** Reads more, moving the line under way to the front; returns by how much it moved. */
    private int fill() throws IOException {
        int moved = start;
        if (moved > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= moved;
            start = 0;
        }
        if (filled == buffer.length) {
            // Beyond the longest line only as far as it takes to see that one is longer.
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
