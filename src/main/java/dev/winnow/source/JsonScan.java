package dev.winnow.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Finds the ends of JSON values in a stream, without interpreting them. One value is in memory at a time. Damage shows where
 * brackets, commas and quotes do not match. Not thread-safe.
 */
final class JsonScan implements Closeable {

    private static final int BUFFER = 1 << 16;

    private static final int FIRST_STACK = 64;

    /** Result of reading a value. */
    enum Outcome {
        WHOLE,
        /** Brackets, commas or quotes do not match; the position is where this was noticed. */
        BROKEN,
        /** The value is longer than the limit, and its end is not reached. */
        LONG
    }

    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[BUFFER];
    private int filled;
    private boolean ended;
    /** Index in the buffer of the next byte. */
    private int at;
    /** Index of the first byte that must be kept; -1 if none. */
    private int mark = -1;

    private long line = 1;
    private int column = 1;
    private long markLine;
    private int markColumn;
    /** Whether the current line holds only white space so far. */
    private boolean lineBegins = true;

    private boolean markBegins;

    private long nuls;
    /** Number of bytes read, and how many of these were read again after a rewind. */
    private long read;

    private long again;

    /**
     * @param in closed by {@link #close()}
     * @param longest maximum length of a value, in bytes
     */
    JsonScan(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Skips white space and returns the next byte without consuming it; -1 at the end. */
    int peek() throws IOException {
        while (has(1)) {
            byte b = buffer[at];
            if (JsonSpace.is(b)) {
                nuls += b == 0 ? 1 : 0;
                step();
            } else if (b == (byte) 0xEF && has(3) && JsonSpace.isMark(buffer, at, filled)) {
                at += 3;
            } else {
                return b & 0xFF;
            }
        }
        return -1;
    }

    /** Consumes the byte that {@link #peek()} returned. */
    void pass() {
        step();
    }

    /** Returns the number of NULs since the last call of this method. */
    long takeNuls() {
        long taken = nuls;
        nuls = 0;
        return taken;
    }

    /** Keeps all bytes from here on in the buffer. */
    void mark() {
        mark = at;
        markLine = line;
        markColumn = column;
        markBegins = lineBegins;
    }

    void letGo() {
        mark = -1;
    }

    /** Returns to the position of {@link #mark()}. */
    void rewind() {
        again += at - mark;
        at = mark;
        line = markLine;
        column = markColumn;
        lineBegins = markBegins;
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return mark;
    }

    int end() {
        return at;
    }

    JsonRecords.Place place(String origin) {
        return new JsonRecords.Place(origin, markLine, markColumn);
    }

    String here(String origin) {
        return origin + ":" + line + ":" + column;
    }

    String marked(String origin) {
        return origin + ":" + markLine + ":" + markColumn;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /**
     * Skips the value that begins at the byte of {@link #peek()}.
     *
     * @param held whether it is kept from the mark on, and so may exceed the limit
     */
    Outcome value(boolean held) throws IOException {
        byte[] open = new byte[FIRST_STACK];
        int depth = 0;
        // Expected next: v a value, e a value or the end, k a name, n a name or the end, : a colon, c a comma or the
        // end.
        char wanted = 'v';
        do {
            int b = peek();
            if (held && at - mark > longest) {
                return Outcome.LONG;
            }
            boolean value = wanted == 'v' || wanted == 'e';
            switch (b) {
                case '{', '[' -> {
                    if (!value) {
                        return Outcome.BROKEN;
                    }
                    open = depth == open.length ? Arrays.copyOf(open, 2 * depth) : open;
                    open[depth++] = (byte) b;
                    wanted = b == '{' ? 'n' : 'e';
                    pass();
                }
                case '}', ']' -> {
                    boolean fits = depth > 0 && open[depth - 1] == (b == '}' ? '{' : '[');
                    if (!fits || wanted != 'c' && wanted != (b == '}' ? 'n' : 'e')) {
                        return Outcome.BROKEN;
                    }
                    depth--;
                    wanted = 'c';
                    pass();
                }
                case ',' -> {
                    if (wanted != 'c') {
                        return Outcome.BROKEN;
                    }
                    wanted = open[depth - 1] == '{' ? 'k' : 'v';
                    pass();
                }
                case ':' -> {
                    if (wanted != ':') {
                        return Outcome.BROKEN;
                    }
                    wanted = 'v';
                    pass();
                }
                case '"' -> {
                    boolean name = wanted == 'k' || wanted == 'n';
                    if (!name && !value) {
                        return Outcome.BROKEN;
                    }
                    Outcome string = string(held);
                    if (string != Outcome.WHOLE) {
                        return string;
                    }
                    wanted = name ? ':' : 'c';
                }
                default -> {
                    if (!value || !isWord(b)) {
                        return Outcome.BROKEN;
                    }
                    while (has(1) && isWord(buffer[at])) {
                        pass();
                    }
                    wanted = 'c';
                }
            }
        } while (depth > 0);
        return Outcome.WHOLE;
    }

    private Outcome string(boolean held) throws IOException {
        pass();
        while (has(1)) {
            byte b = buffer[at];
            if (b == '"') {
                pass();
                return Outcome.WHOLE;
            }
            if (b == '\n' || b == 0) {
                return Outcome.BROKEN;
            }
            pass();
            if (b == '\\' && has(1) && buffer[at] != '\n') {
                pass();
            }
            if (held && at - mark > longest) {
                return Outcome.LONG;
            }
        }
        return Outcome.BROKEN;
    }

    /** Whether the byte may belong to a number, true, false, null, or a wrong word that the parser will report. */
    private static boolean isWord(int b) {
        return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '-' || b == '+' || b == '.';
    }

    /**
     * Searches for the next value after a broken, marked one. A value begins on a line of its own that is not indented more, or
     * after a comma with the same first name.
     *
     * @return false if there is none
     */
    boolean findNext() throws IOException {
        byte[] name = firstName();
        int indent = markBegins ? markColumn : 1;
        boolean comma = false;
        if (again <= 8 * read + BUFFER) {
            rewind();
            pass();
        }
        letGo();
        while (has(1)) {
            byte b = buffer[at];
            if (b == '{' && (lineBegins && column <= indent || comma && name.length > 0 && beginsWith(name))) {
                return true;
            }
            comma = b == ',' || comma && JsonSpace.is(b);
            pass();
        }
        return false;
    }

    /** Returns the first bytes of the marked object, up to the closing quote of its first name; empty if it has none. */
    private byte[] firstName() {
        int quote = JsonSpace.skip(buffer, Math.min(mark + 1, at), at);
        int end = quote + 1;
        while (quote < at && buffer[quote] == '"' && end < at) {
            if (buffer[end++] == '"') {
                return Arrays.copyOfRange(buffer, quote, end);
            }
        }
        return new byte[0];
    }

    private boolean beginsWith(byte[] name) throws IOException {
        int ahead = 1;
        while (has(ahead + 1) && JsonSpace.is(buffer[at + ahead])) {
            ahead++;
        }
        return has(ahead + name.length)
                && Arrays.equals(buffer, at + ahead, at + ahead + name.length, name, 0, name.length);
    }

    private void step() {
        byte b = buffer[at++];
        if (b == '\n') {
            line++;
            column = 1;
            lineBegins = true;
        } else {
            column += (b & 0xC0) != 0x80 ? 1 : 0;
            lineBegins &= JsonSpace.is(b);
        }
    }

    /** Whether the buffer holds that many bytes from here on; reads more if necessary. */
    private boolean has(int bytes) throws IOException {
        while (filled - at < bytes && !ended) {
            int keep = mark >= 0 ? mark : at;
            if (filled == buffer.length && keep < buffer.length / 2) {
                buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, Integer.MAX_VALUE - 8));
            } else if (filled == buffer.length) {
                System.arraycopy(buffer, keep, buffer, 0, filled - keep);
                filled -= keep;
                at -= keep;
                mark -= mark >= 0 ? keep : 0;
            }
            int n = in.read(buffer, filled, buffer.length - filled);
            ended = n < 0;
            filled += Math.max(n, 0);
            read += Math.max(n, 0);
        }
        return filled - at >= bytes;
    }
}
