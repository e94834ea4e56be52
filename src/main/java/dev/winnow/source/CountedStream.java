package dev.winnow.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes read through it, so that somebody can tell how far a run has come. */
final class CountedStream extends FilterInputStream {

    private final AtomicLong count;

    CountedStream(InputStream in, AtomicLong count) {
        super(in);
        this.count = count;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        count.addAndGet(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        count.addAndGet(Math.max(0, read));
        return read;
    }

    @Override
    public byte[] readNBytes(int length) throws IOException {
        byte[] read = in.readNBytes(length);
        count.addAndGet(read.length);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = in.skip(bytes);
        count.addAndGet(skipped);
        return skipped;
    }
}
