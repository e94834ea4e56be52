package dev.winnow.source.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Base of streams that consist of members, in any compression format. It holds the bytes, counts the output and reports damage.
 * A damaged member is reported at every read until {@link #resume()} continues after it. Not thread-safe.
 */
abstract class MemberStream extends BulkStream implements Members {

    /** Maximum number of stored member offsets; more than any caller reads ahead. */
    private static final int MOST_BEGINNINGS = 1 << 16;

    final HeldBytes bytes;
    /** Whether no member has begun yet. */
    boolean first = true;

    private final InputStream in;
    private final Expansion expansion;
    private final String member;
    private final int signature;
    private @Nullable String damage;
    private boolean closed;
    /** Number of bytes of the current member that were returned. */
    private long given;
    /** Number of all bytes that were returned. */
    private long unpacked;
    /** Offsets of the last members: unpacked, packed. */
    private final Deque<long[]> beginnings = new ArrayDeque<>();

    /**
     * @param in closed by {@link #close()}
     * @param member name of a member in messages
     * @param signature number of bytes at its beginning that identify a member
     */
    MemberStream(InputStream in, Expansion expansion, String member, int signature) {
        this.in = in;
        this.bytes = new HeldBytes(in);
        this.expansion = expansion;
        this.member = member;
        this.signature = signature;
    }

    /**
     * @throws DamagedMemberException at a damaged member, at every call until {@link #resume()} continues after it
     */
    @Override
    public final int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (closed) {
            throw new IOException("the stream is closed");
        }
        if (damage != null) {
            throw new DamagedMemberException(damage, 0);
        }
        int n = unpack(buffer, offset, length);
        if (n > 0) {
            given += n;
            unpacked += n;
            expansion.unpacked(n);
        }
        return n;
    }

    /** Unpacks at least one byte of the current member or the next one; returns -1 at the end of the stream. */
    abstract int unpack(byte[] buffer, int offset, int length) throws IOException;

    @Override
    public final boolean resume() throws IOException {
        leave();
        bytes.rewind();
        damage = null;
        while (bytes.available(signature)) {
            if (looksLikeMember()) {
                return true;
            }
            bytes.at++;
        }
        bytes.at = bytes.filled;
        return false;
    }

    /** Abandons the current member, if there is one. The position is then after the bytes that were read of it. */
    abstract void leave() throws IOException;

    /** Whether a member may begin here. At least as many bytes as a signature has are available. */
    abstract boolean looksLikeMember();

    @Override
    public final void close() throws IOException {
        closed = true;
        release();
        in.close();
    }

    /** Releases the memory of the decoder. */
    abstract void release() throws IOException;

    /** Called between members: the next one may begin here, and nothing of it was returned. */
    final void between() {
        given = 0;
        bytes.letGo();
        long[] last = beginnings.peekLast();
        if (last != null && last[0] == unpacked) {
            beginnings.removeLast();
        } else if (beginnings.size() == MOST_BEGINNINGS) {
            beginnings.removeFirst();
        }
        beginnings.add(new long[] {unpacked, bytes.position()});
    }

    @Override
    public final long offsetOf(long byteBefore) {
        while (!beginnings.isEmpty() && beginnings.getFirst()[0] < byteBefore) {
            beginnings.removeFirst();
        }
        long[] first = beginnings.peekFirst();
        return first != null && first[0] == byteBefore ? first[1] : -1;
    }

    /** Records that the current member is damaged, and returns the exception to throw. */
    final DamagedMemberException damage(String what) {
        damage = "a " + member + " is damaged: " + what;
        return new DamagedMemberException(damage, given);
    }
}
