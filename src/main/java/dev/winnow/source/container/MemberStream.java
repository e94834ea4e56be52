package dev.winnow.source.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What streams of members have in common, whatever a member is called and however it is packed: their bytes, the count of what
 * comes out, and damage, which is told at every read until {@link #resume()} goes on behind it. Not thread-safe.
 */
abstract class MemberStream extends BulkStream implements Members {

    /** More members than whoever asks has read ahead. */
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
    /** Bytes of the member under way that were handed out. */
    private long given;
    /** All bytes that were handed out. */
    private long unpacked;
    /** Of the last members where they begin: unpacked, packed. */
    private final Deque<long[]> beginnings = new ArrayDeque<>();

    /**
     * @param in closed by {@link #close()}
     * @param member what one is called in messages
     * @param signature bytes at its beginning by which one is known
     */
    MemberStream(InputStream in, Expansion expansion, String member, int signature) {
        this.in = in;
        this.bytes = new HeldBytes(in);
        this.expansion = expansion;
        this.member = member;
        this.signature = signature;
    }

    /** @throws DamagedMemberException at a damaged member, again and again until {@link #resume()} goes on behind it */
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

    /** Unpacks at least one byte of the member under way or the next one; -1 at the end of the stream. */
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

    /** Gives up the member under way, if there is one; the bytes stand behind what was read of it. */
    abstract void leave() throws IOException;

    /** Whether the bytes, as many as a signature has at least, may be the beginning of a member. */
    abstract boolean looksLikeMember();

    @Override
    public final void close() throws IOException {
        closed = true;
        release();
        in.close();
    }

    /** Gives back what the decoder holds. */
    abstract void release() throws IOException;

    /** No member is under way: another one may begin, of which nothing was handed out. */
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

    /** Notes that the member under way is damaged; for the caller to throw. */
    final DamagedMemberException damage(String what) {
        damage = "a " + member + " is damaged: " + what;
        return new DamagedMemberException(damage, given);
    }
}
