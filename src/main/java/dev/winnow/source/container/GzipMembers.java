package dev.winnow.source.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The members of a gzip stream as one stream, which can go on behind a damaged member: a corpus of a million members (WARC) is
 * not lost with one of them, which is why the JDK's stream does not do. Format: RFC 1952. Not thread-safe.
 *
 * <p>A member that is cut off reads on into the next one and is noticed late. So the bytes since its beginning are held, up to
 * {@link #HELD}; the search for the next member starts there.
 */
public final class GzipMembers extends InputStream {

    private static final int BUFFER = 1 << 16;

    /** Bytes. Members of WARC files have some ten thousand. */
    private static final int HELD = 1 << 20;

    private static final int MAGIC = 0x1F8B08;
    private static final int HEADER = 10;
    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xE0;

    /** The largest number of an operating system that RFC 1952 gives; 255 is unknown. */
    private static final int LAST_SYSTEM = 13;

    private final InputStream in;
    private final Expansion expansion;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private byte[] raw = new byte[BUFFER];
    private int at;
    private int filled;
    /** Where the member under way begins in the buffer; -1 when its beginning is no longer there. */
    private int begin = -1;

    private boolean inMember;
    private boolean first = true;
    private @Nullable String damage;
    private boolean closed;
    private long given;

    /** @param in closed by {@link #close()} */
    public GzipMembers(InputStream in, Expansion expansion) {
        this.in = in;
        this.expansion = expansion;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws DamagedMemberException at a damaged member, again and again until {@link #resume()} goes on behind it */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (closed) {
            throw new IOException("the stream is closed");
        }
        if (damage != null) {
            throw new DamagedMemberException(damage, 0);
        }
        while (inMember || beginMember()) {
            int n = inflate(buffer, offset, length);
            if (n > 0) {
                checksum.update(buffer, offset, n);
                given += n;
                expansion.unpacked(n);
                return n;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw damage("it asks for a dictionary");
            } else if (fill()) {
                feed();
            } else {
                throw damage("it is cut off");
            }
        }
        return -1;
    }

    /**
     * Looks for the next member behind the damage that was reported.
     *
     * @return whether there is one; reading goes on with it
     */
    public boolean resume() throws IOException {
        at = begin >= 0 ? begin + 1 : filled - inflater.getRemaining();
        begin = -1;
        inMember = false;
        inflater.reset();
        while (available(HEADER)) {
            if (looksLikeMember()) {
                damage = null;
                return true;
            }
            at++;
        }
        at = filled;
        damage = null;
        return false;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        inflater.end();
        in.close();
    }

    private int inflate(byte[] buffer, int offset, int length) throws DamagedMemberException {
        try {
            return inflater.inflate(buffer, offset, length);
        } catch (DataFormatException broken) {
            throw damage(broken.getMessage() == null ? "no deflate data" : broken.getMessage());
        }
    }

    /** Reads a member's header; false at the end of the stream. */
    private boolean beginMember() throws IOException {
        given = 0;
        begin = -1;
        if (!available(1) || !first && onlyZeros()) {
            return false;
        }
        begin = at;
        first = false;
        if (number(3, true) != MAGIC) {
            throw damage("no member begins here");
        }
        int flags = next();
        skip(6);
        if ((flags & HAS_EXTRA) != 0) {
            skip((int) number(2, false));
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        if ((flags & HAS_CHECKSUM) != 0) {
            skip(2);
        }
        if ((flags & RESERVED) != 0) {
            throw damage("its header has unknown flags");
        }
        inflater.reset();
        checksum.reset();
        inMember = true;
        feed();
        return true;
    }

    private void endMember() throws IOException {
        at = filled - inflater.getRemaining();
        if (number(4, false) != checksum.getValue()) {
            throw damage("its checksum differs");
        }
        if (number(4, false) != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw damage("its length differs");
        }
        inMember = false;
    }

    /** Padding of zeros up to the end of the file, as tapes and some tools leave. */
    private boolean onlyZeros() throws IOException {
        if (raw[at] != 0) {
            return false;
        }
        while (available(1)) {
            if (raw[at++] != 0) {
                at--;
                return false;
            }
        }
        return true;
    }

    private boolean looksLikeMember() {
        int system = raw[at + 9] & 0xFF;
        int effort = raw[at + 8];
        return raw[at] == (byte) (MAGIC >> 16)
                && raw[at + 1] == (byte) (MAGIC >> 8)
                && raw[at + 2] == (byte) MAGIC
                && (raw[at + 3] & RESERVED) == 0
                && (effort == 0 || effort == 2 || effort == 4)
                && (system <= LAST_SYSTEM || system == 0xFF);
    }

    private DamagedMemberException damage(String what) {
        damage = "a gzip member is damaged: " + what;
        return new DamagedMemberException(damage, given);
    }

    private void feed() {
        inflater.setInput(raw, at, filled - at);
        at = filled;
    }

    private long number(int bytes, boolean big) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = big ? number << 8 | next() : number | (long) next() << 8 * i;
        }
        return number;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // Names and comments end with a zero.
        }
    }

    private int next() throws IOException {
        if (!available(1)) {
            throw damage("it is cut off");
        }
        return raw[at++] & 0xFF;
    }

    /** Whether that many bytes stand in the buffer from the current one on, after reading as needed. */
    private boolean available(int bytes) throws IOException {
        while (filled - at < bytes) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        if (begin >= 0 && filled - begin > HELD) {
            begin = -1;
        }
        int keep = begin >= 0 ? begin : at;
        if (filled == raw.length && keep < raw.length / 2) {
            raw = Arrays.copyOf(raw, 2 * raw.length);
        } else if (filled == raw.length) {
            System.arraycopy(raw, keep, raw, 0, filled - keep);
            filled -= keep;
            at -= keep;
            begin -= begin >= 0 ? keep : 0;
        }
        int n = in.read(raw, filled, raw.length - filled);
        filled += Math.max(n, 0);
        return n > 0;
    }
}
