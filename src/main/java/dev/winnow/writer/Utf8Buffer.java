package dev.winnow.writer;

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

    /** Units below have two bytes at most in UTF-8. */
    private static final int TABLED = 0x800;

    private static final VarHandle TWO_BYTES =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    /**
     * What a unit becomes: in the low half one or two bytes, the first one lowest, in the high half how many; 0 when it takes
     * more. So most of a text is written without asking what each unit is.
     */
    private static final int[] PLAIN = new int[TABLED];

    private static final int[] JSON = new int[TABLED];

    static {
        for (int c = 0; c < TABLED; c++) {
            PLAIN[c] = c < 0x80 ? 1 << 16 | c : two(0xC0 | c >> 6, 0x80 | c & 0x3F);
        }
        System.arraycopy(PLAIN, 0, JSON, 0, TABLED);
        Arrays.fill(JSON, 0, ' ', 0);
        JSON[0x7F] = 0;
        // NEL ends a line for some readers of JSON Lines.
        JSON[0x85] = 0;
        String escaped = "\b\t\n\f\r\"\\";
        String letters = "btnfr\"\\";
        for (int i = 0; i < escaped.length(); i++) {
            JSON[escaped.charAt(i)] = two('\\', letters.charAt(i));
        }
    }

    private static int two(int first, int second) {
        return 2 << 16 | second << 8 | first;
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
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < count; i++) {
            to[at + i] = (byte) text.charAt(i);
        }
        length = at + count;
        return this;
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
        ascii('"');
        encode(text, true);
        return ascii('"');
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
        int[] table = json ? JSON : PLAIN;
        char[] from = chunk;
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < count; i++) {
            char c = from[i];
            int code = c < TABLED ? table[c] : 0;
            if (code != 0) {
                TWO_BYTES.set(to, at, (short) code);
                at += code >>> 16;
            } else if (!Character.isSurrogate(c)) {
                // Line and paragraph separator end a line for some readers, as NEL does.
                boolean escaped = c < TABLED || json && (c == '\u2028' || c == '\u2029');
                at = escaped ? escape(c, to, at) : three(c, to, at);
            } else if (Character.isHighSurrogate(c) && i + 1 < count && Character.isLowSurrogate(from[i + 1])) {
                at = four(Character.toCodePoint(c, from[++i]), to, at);
            } else {
                at = json ? escape(c, to, at) : three('\uFFFD', to, at);
            }
        }
        length = at;
    }

    private static int four(int point, byte[] to, int at) {
        to[at] = (byte) (0xF0 | point >> 18);
        to[at + 1] = (byte) (0x80 | point >> 12 & 0x3F);
        to[at + 2] = (byte) (0x80 | point >> 6 & 0x3F);
        to[at + 3] = (byte) (0x80 | point & 0x3F);
        return at + 4;
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
