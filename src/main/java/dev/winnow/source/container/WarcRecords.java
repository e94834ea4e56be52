package dev.winnow.source.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a WARC stream, versions 0.17 to 1.1; WET and WAT files have the same format. Winnow has its own parser
 * for two reasons. Libraries stop at the first damaged record. And Common Crawl's text files should cost little more than plain
 * text: a record is found in the buffer it was read into, and is copied once. Not thread-safe.
 *
 * <p>A record is accepted only when its end was seen, where another record or the end of the file must follow. So a wrong
 * length or a truncated member loses only the damaged record, not the records after it.
 */
public final class WarcRecords implements Closeable {

    private static final int BUFFER = 1 << 16;

    /** Maximum size of a header in bytes. Usual headers have less than a thousand, but URLs may be long. */
    private static final int MOST_HEADER = 1 << 16;

    /** Maximum size in bytes of unwanted content that is kept in the buffer. If its length is wrong, no record inside is lost. */
    private static final int HELD = 1 << 20;

    /** Maximum size of content, so that an array can hold it with its surroundings. */
    private static final int MOST_CONTENT = Integer.MAX_VALUE - 4 * MOST_HEADER;

    /** Number of bytes of the two line ends that follow every content. */
    private static final int LINE_ENDS = 4;

    private static final byte[] NAME = {'W', 'A', 'R', 'C', '/'};

    /** Length in bytes of a version, such as {@code WARC/1.0}. */
    private static final int VERSION = NAME.length + 3;

    private final InputStream in;
    private final @Nullable Members members;
    private final Predicate<WarcHeader> wanted;
    private final int most;
    private byte[] buffer = new byte[BUFFER];
    private int start;
    private int filled;
    private boolean ended;
    private boolean lost;
    private long number;
    /** Number of bytes read from the stream. */
    private long taken;
    /** How many of these lie before the buffer. */
    private long before;

    private @Nullable DamagedException pending;

    /**
     * @param in closed by {@link #close()}
     * @param members the stream below if it is gzip or zstd, to continue after a damaged member; null otherwise
     * @param wanted tells whether the content of a record is read; called once per record
     * @param most maximum size of content that is read, in bytes
     */
    public WarcRecords(InputStream in, @Nullable Members members, Predicate<WarcHeader> wanted, int most) {
        this.in = in;
        this.members = members;
        this.wanted = wanted;
        this.most = Math.min(most, MOST_CONTENT);
    }

    /**
     * Reads the next record.
     *
     * @return null after the last
     * @throws DamagedException if a record is damaged; the next call searches for the record after it. After any other
     *     exception reading cannot continue
     */
    public @Nullable WarcRecord next() throws IOException {
        if (pending != null) {
            number++;
            throw recover(pending);
        }
        if (lost) {
            findNext();
        }
        try {
            return record();
        } catch (DamagedException damaged) {
            throw recover(damaged);
        }
    }

    /** Number of the current record in the stream, from 1; damaged records count. */
    public long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private @Nullable WarcRecord record() throws IOException {
        number++;
        while (has(1) && isLineEnd(start)) {
            start++;
        }
        if (!has(1)) {
            return null;
        }
        if (!has(VERSION) || !isVersion(start)) {
            throw new DamagedException("no record begins where one should");
        }
        long offset = members == null ? before + start : members.offsetOf(before + start);
        int headerEnd = headerEnd();
        WarcHeader header = WarcHeader.parse(buffer, start, start + headerEnd);
        if (header.length() < 0) {
            throw new DamagedException("the record's header has no valid Content-Length");
        }
        boolean read = wanted.test(header) && header.length() <= most;
        if (!read && header.length() > HELD) {
            skip(headerEnd + header.length());
            endAt(0);
            return new WarcRecord(header, offset, null);
        }
        int length = (int) header.length();
        if (!has((long) headerEnd + length)) {
            throw new DamagedException(
                    "the record is cut off: " + (filled - start - headerEnd) + " of " + length + " bytes are there");
        }
        int end = endAt(headerEnd + length);
        byte[] content = read ? Arrays.copyOfRange(buffer, start + headerEnd, start + headerEnd + length) : null;
        start += end;
        return new WarcRecord(header, offset, content);
    }

    /** Returns the length of the header, with its empty line. */
    private int headerEnd() throws IOException {
        int at = VERSION;
        while (true) {
            if (!has(at + 1L)) {
                throw new DamagedException("the record's header is cut off");
            }
            if (buffer[start + at++] == '\n') {
                if (has(at + 1L) && buffer[start + at] == '\n') {
                    return at + 1;
                }
                if (has(at + 2L) && buffer[start + at] == '\r' && buffer[start + at + 1] == '\n') {
                    return at + 2;
                }
            }
            if (at > MOST_HEADER) {
                throw new DamagedException("the record's header is longer than " + MOST_HEADER + " bytes");
            }
        }
    }

    /**
     * Skips the line ends after a record's content. If they are not those of the standard, a record or the end of the stream
     * must follow.
     *
     * @param at end of the content, relative to {@link #start}
     * @return beginning of the next record, relative to {@link #start}
     */
    private int endAt(int at) throws IOException {
        int end = at;
        try {
            while (has(end + 1L) && isLineEnd(start + end)) {
                end++;
            }
            // If the line ends are correct, this record is complete. Damage after it belongs to the next record.
            boolean sound = end - at == LINE_ENDS;
            if (!sound && has(end + 1L) && !(has((long) end + VERSION) && isVersion(start + end))) {
                throw new DamagedException("the record's length is wrong: no record follows its content");
            }
        } catch (DamagedException damaged) {
            if (members == null || damaged.given() > 0 || filled - start > end) {
                throw damaged;
            }
            // The member after this record is damaged, and nothing of it was read.
            pending = damaged;
        }
        return end;
    }

    /**
     * Prepares the search for the next record. Bytes already read stay, but not those of a damaged member, because they may
     * look like anything.
     */
    private DamagedException recover(DamagedException damaged) {
        filled = (int) Math.max(start, filled - damaged.given());
        start = Math.min(start + 1, filled);
        pending = null;
        lost = true;
        return damaged;
    }

    /** Searches for the next version. Damage on the way belongs to the failure already reported. */
    private void findNext() throws IOException {
        lost = false;
        while (true) {
            try {
                while (has(VERSION)) {
                    if (isVersion(start)) {
                        return;
                    }
                    start++;
                }
                start = filled;
                return;
            } catch (DamagedException same) {
                start = 0;
                filled = 0;
                ended = members == null || !members.resume();
            }
        }
    }

    private boolean isLineEnd(int at) {
        return buffer[at] == '\r' || buffer[at] == '\n';
    }

    private boolean isVersion(int at) {
        return Arrays.equals(buffer, at, at + NAME.length, NAME, 0, NAME.length)
                && Character.isDigit(buffer[at + NAME.length])
                && buffer[at + NAME.length + 1] == '.';
    }

    private void skip(long bytes) throws IOException {
        long left = bytes;
        while (left > 0) {
            if (!has(1)) {
                throw new DamagedException("the record is cut off: " + left + " bytes of it are missing");
            }
            int n = (int) Math.min(left, filled - start);
            start += n;
            left -= n;
        }
    }

    /** Whether the buffer holds that many bytes from the record's start; reads more if necessary. */
    private boolean has(long bytes) throws IOException {
        while (filled - start < bytes && !ended) {
            if (start > 0 && start + bytes > buffer.length) {
                System.arraycopy(buffer, start, buffer, 0, filled - start);
                filled -= start;
                before += start;
                start = 0;
            }
            if (filled == buffer.length) {
                // The buffer grows by doubling, because a record may declare more bytes than there are.
                buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, bytes + BUFFER));
            }
            // Bytes that were removed with a damaged member are no longer in the buffer.
            before = taken - filled;
            int n = read();
            ended = n < 0;
            filled += Math.max(n, 0);
            taken += Math.max(n, 0);
        }
        return filled - start >= bytes;
    }

    private int read() throws IOException {
        try {
            return in.read(buffer, filled, buffer.length - filled);
        } catch (DamagedMemberException damaged) {
            if (members == null) {
                throw damaged;
            }
            throw new DamagedException(String.valueOf(damaged.getMessage()), damaged.given());
        }
    }
}
