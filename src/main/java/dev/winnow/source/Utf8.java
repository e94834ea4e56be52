package dev.winnow.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes valid UTF-8, several times faster than {@link String} does where letters beyond ASCII stand among others: eight ASCII
 * bytes are taken at a time, and letters of one script one after the other. Well-formedness is that of The Unicode Standard,
 * table 3-7. Thread-safe.
 */
final class Utf8 {

    private static final long HIGHEST_BITS = 0x8080808080808080L;

    /** Units of a text that is put together in a buffer of its thread; room for a longer one is made each time. */
    private static final int BUFFERED = 1 << 16;

    private static final ThreadLocal<char[]> BUFFERS = ThreadLocal.withInitial(() -> new char[BUFFERED]);

    private final byte[] bytes;
    private final ByteBuffer words;
    private final char[] units;
    private int at;
    private int length;

    private Utf8(byte[] bytes) {
        this.bytes = bytes;
        this.words = ByteBuffer.wrap(bytes);
        // Eight units are written where fewer may count.
        int most = bytes.length + Long.BYTES;
        this.units = most <= BUFFERED ? BUFFERS.get() : new char[most];
    }

    /** The text; null if the bytes are not valid. */
    static @Nullable String decode(byte[] bytes) {
        if (isAscii(bytes)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        Utf8 utf8 = new Utf8(bytes);
        return utf8.decode() ? new String(utf8.units, 0, utf8.length) : null;
    }

    private static boolean isAscii(byte[] bytes) {
        ByteBuffer words = ByteBuffer.wrap(bytes);
        int i = 0;
        while (i + Long.BYTES <= bytes.length) {
            if ((words.getLong(i) & HIGHEST_BITS) != 0) {
                return false;
            }
            i += Long.BYTES;
        }
        while (i < bytes.length) {
            if (bytes[i++] < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean decode() {
        while (at < bytes.length) {
            ascii();
            if (!beyondAscii()) {
                return false;
            }
        }
        return true;
    }

    /** Takes ASCII characters up to the next that is none. */
    private void ascii() {
        byte[] from = bytes;
        char[] to = units;
        int i = at;
        int unit = length;
        while (i + Long.BYTES <= from.length) {
            for (int k = 0; k < Long.BYTES; k++) {
                to[unit + k] = (char) from[i + k];
            }
            long others = words.getLong(i) & HIGHEST_BITS;
            int count = Long.numberOfLeadingZeros(others) >>> 3;
            i += count;
            unit += count;
            if (others != 0) {
                at = i;
                length = unit;
                return;
            }
        }
        while (i < from.length && from[i] >= 0) {
            to[unit++] = (char) from[i++];
        }
        at = i;
        length = unit;
    }

    /** Takes characters of several bytes up to the next that is ASCII; false if one is not well-formed. */
    private boolean beyondAscii() {
        byte[] from = bytes;
        char[] to = units;
        int end = from.length;
        int i = at;
        int unit = length;
        while (i < end) {
            int lead = from[i];
            if (lead >= 0) {
                if (i + 1 < end && from[i + 1] >= 0) {
                    break;
                }
                to[unit++] = (char) lead;
                i++;
            } else if (lead < (byte) 0xE0) {
                if (lead < (byte) 0xC2 || i + 1 >= end || !follows(from[i + 1])) {
                    return false;
                }
                to[unit++] = (char) ((lead & 0x1F) << 6 | from[i + 1] & 0x3F);
                i += 2;
            } else if (lead < (byte) 0xF0) {
                if (i + 2 >= end || !follows(from[i + 1]) || !follows(from[i + 2])) {
                    return false;
                }
                char c = (char) ((lead & 0xF) << 12 | (from[i + 1] & 0x3F) << 6 | from[i + 2] & 0x3F);
                if (c < 0x800 || Character.isSurrogate(c)) {
                    return false;
                }
                to[unit++] = c;
                i += 3;
            } else {
                int point = i + 3 < end ? ofFour(i) : -1;
                if (!Character.isSupplementaryCodePoint(point)) {
                    return false;
                }
                to[unit++] = Character.highSurrogate(point);
                to[unit++] = Character.lowSurrogate(point);
                i += 4;
            }
        }
        at = i;
        length = unit;
        return true;
    }

    /** The code point of four bytes; out of range if they are none. */
    private int ofFour(int i) {
        boolean follow = follows(bytes[i + 1]) && follows(bytes[i + 2]) && follows(bytes[i + 3]);
        return follow && bytes[i] < (byte) 0xF8
                ? (bytes[i] & 7) << 18 | (bytes[i + 1] & 0x3F) << 12 | (bytes[i + 2] & 0x3F) << 6 | bytes[i + 3] & 0x3F
                : -1;
    }

    private static boolean follows(byte b) {
        return b < (byte) 0xC0;
    }
}
