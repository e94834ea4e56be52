package dev.winnow.source;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Recognises the Unicode encodings by their byte-order mark, and UTF-16 and UTF-32 also by the pattern of their bytes. */
final class Unicode {

    static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    /** Number of bytes examined for the pattern. */
    private static final int WINDOW = 4096;

    /** Minimum number of units for a pattern. */
    private static final int FEWEST_UNITS = 4;

    private Unicode() {}

    /** Returns the charset of the byte-order mark, else of the pattern; null if there is neither. */
    static @Nullable Charset of(byte[] bytes) {
        Charset marked = ofMark(bytes);
        return marked != null ? marked : ofPattern(bytes);
    }

    /** Returns the charset of the byte-order mark; null without one. */
    static @Nullable Charset ofMark(byte[] bytes) {
        int first = quad(bytes, 0);
        if (bytes.length >= 4 && first == 0x0000FEFF) {
            return UTF_32BE;
        }
        if (bytes.length >= 4 && first == 0xFFFE0000) {
            return UTF_32LE;
        }
        if (bytes.length >= 3 && first >>> 8 == 0xEFBBBF) {
            return UTF_8;
        }
        if (bytes.length >= 2 && first >>> 16 == 0xFEFF) {
            return UTF_16BE;
        }
        return bytes.length >= 2 && first >>> 16 == 0xFFFE ? UTF_16LE : null;
    }

    /** Returns UTF-16 or UTF-32 if the bytes can hardly be anything else; else null. */
    static @Nullable Charset ofPattern(byte[] bytes) {
        int end = Math.min(bytes.length, WINDOW);
        if (!isSuspicious(bytes, end)) {
            return null;
        }
        if (isUtf32(bytes, end, false)) {
            return UTF_32BE;
        }
        if (isUtf32(bytes, end, true)) {
            return UTF_32LE;
        }
        int big = utf16Evidence(bytes, end & ~1, false);
        int little = utf16Evidence(bytes, end & ~1, true);
        if (big > 4 * little) {
            return UTF_16BE;
        }
        return little > 4 * big ? UTF_16LE : null;
    }

    /** Whether there are control characters, or bytes that no other encoding has. Both are signs of UTF-16 and UTF-32. */
    private static boolean isSuspicious(byte[] bytes, int end) {
        for (int i = 0; i < end; i++) {
            int b = bytes[i] & 0xFF;
            if (b < 0x09 || b >= 0x0E && b < 0x20 && b != 0x1B || b >= 0xFE) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUtf32(byte[] bytes, int end, boolean little) {
        if (bytes.length < 8 || bytes.length % 4 != 0) {
            return false;
        }
        for (int i = 0; i + 4 <= end; i += 4) {
            int unit = little ? Integer.reverseBytes(quad(bytes, i)) : quad(bytes, i);
            if (unit == 0 || !Character.isValidCodePoint(unit) || !Character.isDefined(unit)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Counts the units of the window that are spaces, line ends, ASCII letters or ideographic punctuation. Returns 0 if there
     * are too few, or if some unit is not a character; then the bytes are not UTF-16 in this order. If all bytes are ASCII or
     * control characters, nearly all units must lie below U+2000. Else it is ASCII with a few stray control characters, whose
     * pairs of letters look like ideographs.
     */
    private static int utf16Evidence(byte[] bytes, int end, boolean little) {
        int evidence = 0;
        int alphabetic = 0;
        boolean sevenBit = true;
        boolean lowExpected = false;
        for (int i = 0; i < end; i += 2) {
            int unit = little
                    ? (bytes[i + 1] & 0xFF) << 8 | bytes[i] & 0xFF
                    : (bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF;
            boolean isLow = Character.isLowSurrogate((char) unit);
            if (isLow != lowExpected || !isLow && !isText((char) unit)) {
                return 0;
            }
            lowExpected = Character.isHighSurrogate((char) unit);
            sevenBit &= (unit & 0x8080) == 0;
            alphabetic += unit < 0x2000 ? 1 : 0;
            if (unit < 0x7F || unit >= 0x3000 && unit <= 0x3002 || unit == 0xFF0C) {
                evidence++;
            }
        }
        int units = end / 2;
        boolean enough = evidence * 100 >= units && (!sevenBit || alphabetic * 10 >= units * 9);
        return enough && units >= FEWEST_UNITS ? evidence : 0;
    }

    private static boolean isText(char unit) {
        return unit >= 0x20
                ? Character.isDefined(unit) && unit < 0xFFF0
                : unit == '\t' || unit == '\n' || unit == '\r' || unit == '\f';
    }

    private static int quad(byte[] bytes, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            value = value << 8 | (i < bytes.length ? bytes[i] & 0xFF : 0);
        }
        return value;
    }
}
