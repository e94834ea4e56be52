package dev.winnow.source.container;

import java.io.InputStream;
import java.util.Locale;

/**
 * Watches how much larger than itself one input becomes, all its layers together, so that a bomb ends soon whatever it is made
 * of: what was unpacked may be {@code ratio} times what was read. Below {@link #ALWAYS_ALLOWED} nothing is said, since a small
 * file of repeated text is no bomb. Not thread-safe.
 */
public final class Expansion {

    /** Bytes. Unpacked in a second or two, and never held. */
    public static final long ALWAYS_ALLOWED = 256L << 20;

    private final int ratio;
    private long read;
    private long unpacked;
    private boolean spent;

    /** @param ratio bytes unpacked for each byte read, at most */
    public Expansion(int ratio) {
        this.ratio = ratio;
    }

    /** The input as it stands on disk or in the pipe. */
    public InputStream packed(InputStream in) {
        return new CountedStream(in, bytes -> read += bytes);
    }

    /** Whether the limit was reached: whoever reads on gets the same exception again. */
    public boolean isSpent() {
        return spent;
    }

    void unpacked(int bytes) throws LimitException {
        unpacked += bytes;
        // Divided, since the product could overflow.
        spent |= unpacked > ALWAYS_ALLOWED && unpacked / ratio > read;
        if (spent) {
            throw new LimitException(String.format(
                    Locale.ROOT,
                    "unpacks to more than %d times its size (%d bytes from %d), as bombs do; if it is none, raise the"
                            + " limit with --max-ratio",
                    ratio,
                    unpacked,
                    read));
        }
    }
}
