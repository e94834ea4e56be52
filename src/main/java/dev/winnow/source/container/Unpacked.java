package dev.winnow.source.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The output of a decompressor. It counts the bytes and turns errors into messages for the user. */
abstract class Unpacked extends BulkStream {

    private final InputStream in;
    private final Expansion expansion;

    Unpacked(InputStream decompressor, Expansion expansion) {
        this.in = decompressor;
        this.expansion = expansion;
    }

    /**
     * @param broken an exception of the decompressor; hostile bytes may cause any kind
     */
    abstract IOException explained(Exception broken);

    /** Returns the message of a decompressor's exception, or a substitute, because many have none. */
    static String reason(Throwable broken) {
        if (broken.getMessage() != null) {
            return broken.getMessage();
        }
        return broken instanceof EOFException ? "it ends too soon" : "its bytes are invalid";
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
