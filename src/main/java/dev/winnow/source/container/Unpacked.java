package dev.winnow.source.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** What comes out of a decompressor: counted, and its errors in words for a person. */
abstract class Unpacked extends BulkStream {

    private final InputStream in;
    private final Expansion expansion;

    Unpacked(InputStream decompressor, Expansion expansion) {
        this.in = decompressor;
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

    @Override
    public void close() throws IOException {
        in.close();
    }
}
