package dev.winnow.source.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The records of a WARC stream, versions 0.17 to 1.1; WET and WAT files are such. A parser of its own, since libraries stop at the
 * first damaged record, and since Common Crawl's text files shall cost little more than plain text: a record is framed in the one
 * buffer it was read into, and copied once. Not thread-safe.
 *
 * <p>Nothing of a record counts before its end was seen, where a record or the end of the file has to follow. So a wrong length or
 * a cut-off member costs the damaged record, not those behind it.
 */
public final class WarcRecords implements Closeable {

    private static final int BUFFER = 1 << 16;

    /** Bytes; real headers have less than a thousand, but URLs may be long. */
    private static final int MOST_HEADER = 1 << 16;

    /** Bytes of content that is held although nobody wants it: should its length be wrong, no record is lost in it. */
    private static final int HELD = 1 << 20;

    /** The largest content that has room in an array with all that is around it. */
    private static final int MOST_CONTENT = Integer.MAX_VALUE - 4 * MOST_HEADER;

    /** Bytes: two line ends follow every content. */
    private static final int LINE_ENDS = 4;

    private static final byte[] NAME = {'W', 'A', 'R', 'C', '/'};

    /** Bytes of a version, such as {@code WARC/1.0}. */
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
    /** Bytes read of the stream. */
    private long taken;
    /** Bytes of it before the buffer. */
    private long before;

    private @Nullable DamagedException pending;

    /**
     * @param in closed by {@link #close()}
     * @param members the stream below where it is gzip or zstd, to go on behind a damaged member; null otherwise
     * @param wanted whose content is to be read; called once a record
     * @param most bytes of the largest content to read
     */
    public WarcRecords(InputStream in, @Nullable Members members, Predicate<WarcHeader> wanted, int most) {
        this.in = in;
        this.members = members;
        this.wanted = wanted;
        this.most = Math.min(most, MOST_CONTENT);
    }

    /**
     * Goes to the next record.
     *
     * @return null after the last
     * @throws DamagedException if a record is damaged; the next call looks for the one behind it. Any other exception is the end
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

    /** The current record's number in the stream, from 1; damaged ones count. */
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

    /** Where the header ends, after its empty line; counted from its start. */
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
     * Passes the line ends after a record's content; where they are not those of the standard, a record or the end has to follow.
     *
     * @param at where the content ends, counted from {@link #start}
     * @return where the next record begins, likewise
     */
    private int endAt(int at) throws IOException {
        int end = at;
        try {
            while (has(end + 1L) && isLineEnd(start + end)) {
                end++;
            }
            // Where the line ends are as they should be, the damage is what follows, and told when its turn comes.
            boolean sound = end - at == LINE_ENDS;
            if (!sound && has(end + 1L) && !(has((long) end + VERSION) && isVersion(start + end))) {
                throw new DamagedException("the record's length is wrong: no record follows its content");
            }
        } catch (DamagedException damaged) {
            if (members == null || damaged.given() > 0 || filled - start > end) {
                throw damaged;
            }
            // The member after this record is damaged, of which nothing was read.
            pending = damaged;
        }
        return end;
    }

    /** Makes ready to go on: with what was read, but for the bytes of a damaged member, which may look like anything. */
    private DamagedException recover(DamagedException damaged) {
        filled = (int) Math.max(start, filled - damaged.given());
        start = Math.min(start + 1, filled);
        pending = null;
        lost = true;
        return damaged;
    }

    /** Looks for the next version; damage on the way belongs to the one that was told. */
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

    /** Whether that many bytes stand in the buffer from the record's start on, after reading as needed. */
    private boolean has(long bytes) throws IOException {
        while (filled - start < bytes && !ended) {
            if (start > 0 && start + bytes > buffer.length) {
                System.arraycopy(buffer, start, buffer, 0, filled - start);
                filled -= start;
                before += start;
                start = 0;
            }
            if (filled == buffer.length) {
                // By doubling, not at once: a record may declare more than there is.
                buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, bytes + BUFFER));
            }
            // What was taken back of a damaged member is no longer in the buffer.
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
