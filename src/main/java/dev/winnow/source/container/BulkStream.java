package dev.winnow.source.container;

import java.io.IOException;
import java.io.InputStream;

/** Base of streams that are efficient only for reads of many bytes. A read of one byte is implemented by an array of one byte. */
abstract class BulkStream extends InputStream {

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public abstract int read(byte[] buffer, int offset, int length) throws IOException;
}
