package dev.winnow.source.container;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is made to be read many bytes at a time; a single one is read as the only one of many. */
abstract class BulkStream extends InputStream {

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public abstract int read(byte[] buffer, int offset, int length) throws IOException;
}
