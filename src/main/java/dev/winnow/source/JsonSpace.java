package dev.winnow.source;

/**
 * Bytes that may stand between JSON texts: white space, byte-order marks, record separators (RFC 7464), and NULs, which crashes
 * and preallocated files leave.
 */
final class JsonSpace {

    private JsonSpace() {}

    /** Returns the index of the first other byte; {@code to} if there is none. */
    static int skip(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (is(bytes[at])) {
                at++;
            } else if (isMark(bytes, at, to)) {
                at += 3;
            } else {
                return at;
            }
        }
        return at;
    }

    /** Whether a UTF-8 byte-order mark stands at this index. Concatenated files have some in the middle. */
    static boolean isMark(byte[] bytes, int at, int to) {
        return to - at >= 3 && bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBB && bytes[at + 2] == (byte) 0xBF;
    }

    static boolean is(int b) {
        return b == ' ' || b >= '\t' && b <= '\r' || b == 0x1E || b == 0;
    }

    /** Returns the message for NULs in place of a record. */
    static String nuls(long count) {
        return count + (count == 1 ? " NUL byte" : " NUL bytes")
                + " instead of a record, as a crash or a full disk leaves them; check whether records are missing there";
    }
}
