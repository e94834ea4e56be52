package dev.winnow.render;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing buffer of output bytes. Its content is valid UTF-8 for any input strings. Not thread-safe.
 */
final class Utf8Buffer {

    /** Maximum number of bytes for one UTF-16 unit: a JSON escape. */
    private static final int WIDEST = 6;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final String ESCAPED = "\b\t\n\f\r\"\\";
    private static final String LETTERS = "btnfr\"\\";

    private byte[] bytes = new byte[1 << 14];
    private int length;

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Adds the content of another buffer. */
    Utf8Buffer append(Utf8Buffer other) {
        room(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        length += other.length;
        return this;
    }

    /** Adds an ASCII text without escapes. */
    Utf8Buffer ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        return this;
    }

    /** Adds one ASCII character without escapes. */
    Utf8Buffer ascii(char c) {
        room(1);
        bytes[length++] = (byte) c;
        return this;
    }

    /** Adds a text; a single surrogate becomes U+FFFD. */
    Utf8Buffer text(String text) {
        return encode(text, false);
    }

    /** Adds a text as a JSON string with quotes. A single surrogate becomes an escape, so that nothing is lost. */
    Utf8Buffer json(String text) {
        return ascii('"').jsonContent(text).ascii('"');
    }

    /** Like {@link #json}, without the quotes. */
    Utf8Buffer jsonContent(String text) {
        return encode(text, true);
    }

    private Utf8Buffer encode(String text, boolean json) {
        for (int i = 0; i < text.length(); i++) {
            room(WIDEST);
            char c = text.charAt(i);
            if (json && isEscaped(c)) {
                escape(c);
            } else if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else if (!Character.isSurrogate(c)) {
                put(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                put(Character.toCodePoint(c, text.charAt(++i)));
            } else if (json) {
                unicodeEscape(c);
            } else {
                put(0xFFFD);
            }
        }
        return this;
    }

    /** Whether JSON escapes a character. The last three are line ends for some readers of JSON Lines. */
    private static boolean isEscaped(char c) {
        return c < ' ' || c == '"' || c == '\\' || c == 0x7F || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private void escape(char c) {
        int letter = ESCAPED.indexOf(c);
        if (letter < 0) {
            unicodeEscape(c);
        } else {
            bytes[length++] = '\\';
            bytes[length++] = (byte) LETTERS.charAt(letter);
        }
    }

    private void unicodeEscape(char c) {
        bytes[length++] = '\\';
        bytes[length++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[c >> shift & 0xF];
        }
    }

    /** Adds a character outside ASCII. */
    private void put(int point) {
        int following = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
        int lead = following == 1 ? 0xC0 : following == 2 ? 0xE0 : 0xF0;
        bytes[length++] = (byte) (lead | point >> 6 * following);
        for (int shift = 6 * (following - 1); shift >= 0; shift -= 6) {
            bytes[length++] = (byte) (0x80 | point >> shift & 0x3F);
        }
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
