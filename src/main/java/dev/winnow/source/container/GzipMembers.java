package dev.winnow.source.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads the members of a gzip stream as one stream, and can continue after a damaged member. So one damaged member does not
 * lose a WARC corpus of a million members, as with the JDK's stream. Format: RFC 1952. Not thread-safe.
 */
public final class GzipMembers extends MemberStream {

    private static final int MAGIC = 0x088B1F;
    private static final int MAGIC_BYTES = 3;
    private static final int HEADER = 10;
    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xE0;

    /** Largest number of an operating system in RFC 1952; 255 means unknown. */
    private static final int LAST_SYSTEM = 13;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private boolean inMember;

    /** @param in closed by {@link #close()} */
    public GzipMembers(InputStream in, Expansion expansion) {
        super(in, expansion, "gzip member", HEADER);
    }

    @Override
    int unpack(byte[] buffer, int offset, int length) throws IOException {
        while (inMember || beginMember()) {
            int n = inflate(buffer, offset, length);
            if (n > 0) {
                checksum.update(buffer, offset, n);
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
    void leave() {
        bytes.at = bytes.filled - inflater.getRemaining();
        inMember = false;
        inflater.reset();
    }

    @Override
    void release() {
        inflater.end();
    }

    private int inflate(byte[] buffer, int offset, int length) throws DamagedMemberException {
        try {
            return inflater.inflate(buffer, offset, length);
        } catch (DataFormatException broken) {
            throw damage(broken.getMessage() == null ? "no deflate data" : broken.getMessage());
        }
    }

    /** Reads the header of a member; returns false at the end of the stream. */
    private boolean beginMember() throws IOException {
        between();
        if (!bytes.available(1) || !first && onlyZeros()) {
            return false;
        }
        bytes.hold();
        first = false;
        if (number(MAGIC_BYTES) != MAGIC) {
            throw damage("no member begins here");
        }
        int flags = next();
        skip(6);
        if ((flags & HAS_EXTRA) != 0) {
            skip((int) number(2));
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
        if (number(4) != checksum.getValue()) {
            throw damage("its checksum differs");
        }
        if (number(4) != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw damage("its length differs");
        }
        inMember = false;
    }

    /** Whether only zeros follow to the end: padding from tapes and some tools. */
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

    @Override
    boolean looksLikeMember() {
        int system = bytes.raw[bytes.at + 9] & 0xFF;
        int effort = bytes.raw[bytes.at + 8];
        return bytes.littleEndian(MAGIC_BYTES) == MAGIC
                && (bytes.raw[bytes.at + 3] & RESERVED) == 0
                && (effort == 0 || effort == 2 || effort == 4)
                && (system <= LAST_SYSTEM || system == 0xFF);
    }

    private void feed() {
        inflater.setInput(bytes.raw, bytes.at, bytes.filled - bytes.at);
        bytes.at = bytes.filled;
    }

    private long number(int size) throws IOException {
        need(size);
        long number = bytes.littleEndian(size);
        bytes.at += size;
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
        need(1);
        return bytes.raw[bytes.at++] & 0xFF;
    }

    private void need(int count) throws IOException {
        if (!bytes.available(count)) {
            throw damage("it is cut off");
        }
    }
}
