package dev.winnow.writer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes under way to the output. Always valid UTF-8, whatever strings are put in; grows and is used again for the next document.
 * Not thread-safe.
 */
final class Utf8Buffer {

    /** Units encoded at a time, so that room is made for the worst case of a chunk and not of a whole text. */
    private static final int CHUNK = 4096;

    /** Bytes that one UTF-16 unit takes at most: a JSON escape. */
    private static final int WIDEST = 6;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** For ASCII: 0 as it is, 'u' by number, else the letter after the backslash. */
    private static final byte[] ESCAPES = new byte[128];

    static {
        Arrays.fill(ESCAPES, 0, ' ', (byte) 'u');
        ESCAPES['\b'] = 'b';
        ESCAPES['\t'] = 't';
        ESCAPES['\n'] = 'n';
        ESCAPES['\f'] = 'f';
        ESCAPES['\r'] = 'r';
        ESCAPES['"'] = '"';
        ESCAPES['\\'] = '\\';
        ESCAPES[0x7F] = 'u';
    }

    private final char[] chunk = new char[CHUNK];
    private byte[] bytes = new byte[1 << 14];
    private int length;

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Adds ASCII as it is. */
    Utf8Buffer ascii(String text) {
        int count = text.length();
        room(count);
        for (int i = 0; i < count; i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        return this;
    }

    /** Adds a text; a surrogate without its other half becomes U+FFFD. */
    Utf8Buffer text(String text) {
        return encode(text, false);
    }

    /** Adds a text in quotes as JSON has it; a surrogate without its other half becomes an escape, so that nothing is lost. */
    Utf8Buffer json(String text) {
        room(2);
        bytes[length++] = '"';
        encode(text, true);
        room(1);
        bytes[length++] = '"';
        return this;
    }

    private Utf8Buffer encode(String text, boolean json) {
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + CHUNK);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            text.getChars(at, end, chunk, 0);
            encodeChunk(end - at, json);
            at = end;
        }
        return this;
    }

    private void encodeChunk(int count, boolean json) {
        room(count * WIDEST);
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < count; i++) {
            char c = chunk[i];
            if (c < 0x80) {
                byte escape = json ? ESCAPES[c] : 0;
                if (escape == 0) {
                    to[at++] = (byte) c;
                } else if (escape == 'u') {
                    at = escape(c, to, at);
                } else {
                    to[at++] = '\\';
                    to[at++] = escape;
                }
            } else if (c < 0x800) {
                // NEL ends a line for some readers of JSON Lines.
                if (json && c == '\u0085') {
                    at = escape(c, to, at);
                } else {
                    to[at++] = (byte) (0xC0 | c >> 6);
                    to[at++] = (byte) (0x80 | c & 0x3F);
                }
            } else if (!Character.isSurrogate(c)) {
                if (json && (c == '\u2028' || c == '\u2029')) {
                    at = escape(c, to, at);
                } else {
                    at = three(c, to, at);
                }
            } else if (Character.isHighSurrogate(c) && i + 1 < count && Character.isLowSurrogate(chunk[i + 1])) {
                int point = Character.toCodePoint(c, chunk[++i]);
                to[at++] = (byte) (0xF0 | point >> 18);
                to[at++] = (byte) (0x80 | point >> 12 & 0x3F);
                to[at++] = (byte) (0x80 | point >> 6 & 0x3F);
                to[at++] = (byte) (0x80 | point & 0x3F);
            } else {
                at = json ? escape(c, to, at) : three('\uFFFD', to, at);
            }
        }
        length = at;
    }

    private static int three(char c, byte[] to, int at) {
        to[at] = (byte) (0xE0 | c >> 12);
        to[at + 1] = (byte) (0x80 | c >> 6 & 0x3F);
        to[at + 2] = (byte) (0x80 | c & 0x3F);
        return at + 3;
    }

    private static int escape(char c, byte[] to, int at) {
        to[at] = '\\';
        to[at + 1] = 'u';
        to[at + 2] = HEX[c >> 12];
        to[at + 3] = HEX[c >> 8 & 0xF];
        to[at + 4] = HEX[c >> 4 & 0xF];
        to[at + 5] = HEX[c & 0xF];
        return at + 6;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            long wanted = Math.max((long) length + more, 2L * bytes.length);
            if ((long) length + more > Integer.MAX_VALUE - 8) {
                throw new IllegalStateException("one document's output is larger than 2 GiB; split the input");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, Integer.MAX_VALUE - 8));
        }
    }
}
