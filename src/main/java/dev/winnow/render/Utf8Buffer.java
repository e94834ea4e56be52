package dev.winnow.render;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

    private static final VarHandle FOUR_BYTES =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /**
     * What each unit becomes: up to three bytes, the first one lowest, and in the highest byte how many; 0 where that does not
     * say it all. So a text is written without asking of each unit what it is.
     */
    private static final int[] PLAIN = plain();

    private static final int[] JSON = json();

    private static int[] plain() {
        int[] codes = new int[Character.MAX_VALUE + 1];
        for (int c = 0; c < 0x80; c++) {
            codes[c] = 1 << 24 | c;
        }
        for (int c = 0x80; c < 0x800; c++) {
            codes[c] = two(0xC0 | c >> 6, 0x80 | c & 0x3F);
        }
        for (int c = 0x800; c < codes.length; c++) {
            codes[c] = 3 << 24 | (0x80 | c & 0x3F) << 16 | (0x80 | c >> 6 & 0x3F) << 8 | 0xE0 | c >> 12;
        }
        Arrays.fill(codes, Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1, 0);
        return codes;
    }

    private static int[] json() {
        int[] codes = PLAIN.clone();
        Arrays.fill(codes, 0, ' ', 0);
        // The last three end a line for some readers of JSON Lines.
        for (char c : new char[] {0x7F, '\u0085', '\u2028', '\u2029'}) {
            codes[c] = 0;
        }
        String escaped = "\b\t\n\f\r\"\\";
        String letters = "btnfr\"\\";
        for (int i = 0; i < escaped.length(); i++) {
            codes[escaped.charAt(i)] = two('\\', letters.charAt(i));
        }
        return codes;
    }

    private static int two(int first, int second) {
        return 2 << 24 | second << 8 | first;
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

    /** Adds what stands in another buffer. */
    Utf8Buffer append(Utf8Buffer other) {
        room(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        length += other.length;
        return this;
    }

    /** Adds ASCII as it is. */
    Utf8Buffer ascii(String text) {
        room(text.length());
        copy(text);
        return this;
    }

    /** Adds an ASCII name as JSON has it, with the comma before it, if it needs one, and the colon behind it. */
    void name(String name, boolean comma) {
        room(name.length() + 4);
        if (comma) {
            bytes[length++] = ',';
        }
        bytes[length++] = '"';
        copy(name);
        bytes[length++] = '"';
        bytes[length++] = ':';
    }

    /** Copies ASCII to where room was made for it. */
    private void copy(String text) {
        int count = text.length();
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < count; i++) {
            to[at + i] = (byte) text.charAt(i);
        }
        length = at + count;
    }

    /** Adds one ASCII character as it is. */
    Utf8Buffer ascii(char c) {
        room(1);
        bytes[length++] = (byte) c;
        return this;
    }

    /** Adds a text; a surrogate without its other half becomes U+FFFD. */
    Utf8Buffer text(String text) {
        return encode(text, false);
    }

    /** Adds a text in quotes as JSON has it; a surrogate without its other half becomes an escape, so that nothing is lost. */
    Utf8Buffer json(String text) {
        return ascii('"').jsonContent(text).ascii('"');
    }

    /** Like {@link #json}, without the quotes. */
    Utf8Buffer jsonContent(String text) {
        return encode(text, true);
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
        // A code is stored as four bytes, whatever of it counts.
        room(count * WIDEST + Integer.BYTES);
        int[] codes = json ? JSON : PLAIN;
        int i = encodeCoded(0, count, codes);
        while (i < count) {
            char c = chunk[i++];
            if (Character.isHighSurrogate(c) && i < count && Character.isLowSurrogate(chunk[i])) {
                pair(Character.toCodePoint(c, chunk[i++]));
            } else if (json) {
                escape(c);
            } else {
                put(PLAIN['\uFFFD']);
            }
            i = encodeCoded(i, count, codes);
        }
    }

    /** Encodes up to the first unit that has no code, and gives its place. */
    private int encodeCoded(int from, int count, int[] codes) {
        char[] units = chunk;
        byte[] to = bytes;
        int at = length;
        int i = from;
        while (i < count) {
            int code = codes[units[i]];
            if (code == 0) {
                break;
            }
            FOUR_BYTES.set(to, at, code);
            at += code >>> 24;
            i++;
        }
        length = at;
        return i;
    }

    private void pair(int point) {
        FOUR_BYTES.set(
                bytes,
                length,
                (0x80 | point & 0x3F) << 24
                        | (0x80 | point >> 6 & 0x3F) << 16
                        | (0x80 | point >> 12 & 0x3F) << 8
                        | 0xF0
                        | point >> 18);
        length += 4;
    }

    private void put(int code) {
        FOUR_BYTES.set(bytes, length, code);
        length += code >>> 24;
    }

    private void escape(char c) {
        put(two('\\', 'u'));
        put(two(HEX[c >> 12], HEX[c >> 8 & 0xF]));
        put(two(HEX[c >> 4 & 0xF], HEX[c & 0xF]));
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
