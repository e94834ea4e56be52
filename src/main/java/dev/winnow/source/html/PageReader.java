package dev.winnow.source.html;

import java.io.Reader;

/**
 * Reads a page's source for the parser, with a form feed for each line feed, which is the same to HTML but at the beginning of
 * {@code pre} and {@code textarea}. Where places are asked for, the parser notes each line feed and looks up line numbers, which
 * nobody wants and which took an eighth of all time. Not thread-safe.
 */
final class PageReader extends Reader {

    private static final char MASK = '\f';

    private final String source;
    private int at;
    /** The next one to mask; looked for rather than waited for, which the machine does many characters at a time. */
    private int lineFeed;

    /** @param from offset of the first character to read */
    PageReader(String source, int from) {
        this.source = source;
        this.at = from;
        this.lineFeed = source.indexOf('\n', from);
    }

    /** What the parser read, with the line feeds that it was not shown. */
    static String unmasked(String parsed) {
        return parsed.replace(MASK, '\n');
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        int count = Math.min(length, source.length() - at);
        if (count <= 0) {
            return length == 0 ? 0 : -1;
        }
        source.getChars(at, at + count, buffer, offset);
        while (lineFeed >= 0 && lineFeed < at + count) {
            buffer[offset + lineFeed - at] = MASK;
            lineFeed = source.indexOf('\n', lineFeed + 1);
        }
        at += count;
        return count;
    }

    @Override
    public void close() {}
}
