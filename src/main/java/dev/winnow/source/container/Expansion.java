package dev.winnow.source.container;

import java.io.InputStream;
import java.util.Locale;

/**
 * Stops decompression bombs. It limits the ratio of unpacked bytes to bytes read, for one input and all its layers together.
 * Below {@link #ALWAYS_ALLOWED} nothing is limited, because a small file of repeated text is not a bomb. Not thread-safe.
 */
public final class Expansion {

    /** Number of unpacked bytes that are always allowed: unpacked in a second or two, and never all in memory. */
    public static final long ALWAYS_ALLOWED = 256L << 20;

    private final int ratio;
    private long read;
    private long unpacked;
    private boolean spent;

    /**
     * @param ratio maximum number of unpacked bytes per byte read
     */
    public Expansion(int ratio) {
        this.ratio = ratio;
    }

    /** Wraps the compressed input, as it is stored on disk or comes from a pipe. */
    public InputStream packed(InputStream in) {
        return new CountedStream(in, bytes -> read += bytes);
    }

    /** Whether the limit was exceeded. Every further read throws the same exception. */
    public boolean isSpent() {
        return spent;
    }

    void unpacked(int bytes) throws LimitException {
        unpacked += bytes;
        // A division, because a product could overflow.
        spent |= unpacked > ALWAYS_ALLOWED && unpacked / ratio > read;
        if (spent) {
            throw new LimitException(String.format(
                    Locale.ROOT,
                    "unpacks to more than %d times its size (%d bytes from %d), like a decompression bomb; if it is not one, raise the"
                            + " limit with --max-ratio",
                    ratio,
                    unpacked,
                    read));
        }
    }
}
