package dev.winnow.source.container;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes out of a decompressor: counted, and its errors in words for a person. */
abstract class Unpacked extends FilterInputStream {

    private final Expansion expansion;

    Unpacked(InputStream decompressor, Expansion expansion) {
        super(decompressor);
        this.expansion = expansion;
    }

    /** @param broken an exception of the decompressor: hostile bytes draw any kind from it */
    abstract IOException explained(Exception broken);

    /** What an exception of a decompressor says; many say nothing. */
    static String reason(Throwable broken) {
        if (broken.getMessage() != null) {
            return broken.getMessage();
        }
        return broken instanceof EOFException ? "it ends too soon" : "its bytes make no sense";
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n;
        try {
            n = in.read(buffer, offset, length);
        } catch (LimitException told) {
            throw told;
        } catch (IOException | RuntimeException broken) {
            throw explained(broken);
        }
        expansion.unpacked(Math.max(n, 0));
        return n;
    }

    /** Reads, so that what is skipped counts as well. */
    @Override
    public long skip(long bytes) throws IOException {
        byte[] dropped = new byte[(int) Math.min(Math.max(bytes, 0), 1 << 14)];
        long left = bytes;
        while (left > 0) {
            int n = read(dropped, 0, (int) Math.min(left, dropped.length));
            if (n < 0) {
                break;
            }
            left -= n;
        }
        return bytes - left;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
