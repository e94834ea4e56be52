package dev.winnow.source.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The members of a gzip stream as one stream, which can go on behind a damaged member: a corpus of a million members (WARC) is
 * not lost with one of them, which is why the JDK's stream does not do. Format: RFC 1952. Not thread-safe.
 */
public final class GzipMembers extends InputStream implements Members {

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
    private final HeldBytes bytes;
    private boolean inMember;
    private boolean first = true;
    private @Nullable String damage;
    private boolean closed;
    private long given;

    /** @param in closed by {@link #close()} */
    public GzipMembers(InputStream in, Expansion expansion) {
        this.in = in;
        this.bytes = new HeldBytes(in);
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
            } else if (bytes.fill()) {
                feed();
            } else {
                throw damage("it is cut off");
            }
        }
        return -1;
    }

    @Override
    public boolean resume() throws IOException {
        bytes.at = bytes.filled - inflater.getRemaining();
        bytes.rewind();
        inMember = false;
        inflater.reset();
        while (bytes.available(HEADER)) {
            if (looksLikeMember()) {
                damage = null;
                return true;
            }
            bytes.at++;
        }
        bytes.at = bytes.filled;
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
        bytes.letGo();
        if (!bytes.available(1) || !first && onlyZeros()) {
            return false;
        }
        bytes.hold();
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
        bytes.at = bytes.filled - inflater.getRemaining();
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
        if (bytes.raw[bytes.at] != 0) {
            return false;
        }
        while (bytes.available(1)) {
            if (bytes.raw[bytes.at++] != 0) {
                bytes.at--;
                return false;
            }
        }
        return true;
    }

    private boolean looksLikeMember() {
        int system = bytes.raw[bytes.at + 9] & 0xFF;
        int effort = bytes.raw[bytes.at + 8];
        return bytes.raw[bytes.at] == (byte) (MAGIC >> 16)
                && bytes.raw[bytes.at + 1] == (byte) (MAGIC >> 8)
                && bytes.raw[bytes.at + 2] == (byte) MAGIC
                && (bytes.raw[bytes.at + 3] & RESERVED) == 0
                && (effort == 0 || effort == 2 || effort == 4)
                && (system <= LAST_SYSTEM || system == 0xFF);
    }

    private DamagedMemberException damage(String what) {
        damage = "a gzip member is damaged: " + what;
        return new DamagedMemberException(damage, given);
    }

    private void feed() {
        inflater.setInput(bytes.raw, bytes.at, bytes.filled - bytes.at);
        bytes.at = bytes.filled;
    }

    private long number(int size, boolean big) throws IOException {
        long number = 0;
        for (int i = 0; i < size; i++) {
            number = big ? number << 8 | next() : number | (long) next() << 8 * i;
        }
        return number;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // Names and comments end with a zero.
        }
    }

    private int next() throws IOException {
        if (!bytes.available(1)) {
            throw damage("it is cut off");
        }
        return bytes.raw[bytes.at++] & 0xFF;
    }
}
