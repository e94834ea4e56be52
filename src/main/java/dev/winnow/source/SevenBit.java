package dev.winnow.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recognises charsets that encode other scripts in ASCII bytes, between marks: the escape sequences of ISO-2022, the tildes of
 * HZ. Their bytes are valid UTF-8, so only the marks show the charset.
 */
final class SevenBit {

    /** Characters after an escape character, and the charset that uses them. */
    private static final Map<String, String> ESCAPES = Map.of(
            "$@", "ISO-2022-JP",
            "$B", "ISO-2022-JP",
            "$(D", "ISO-2022-JP-2",
            "$)C", "ISO-2022-KR",
            "$)A", "ISO-2022-CN");

    /** Minimum number of Base64 characters; fewer hold no character of text. */
    private static final int SHORTEST = 2;

    private static final char ESCAPE = '\u001B';

    private SevenBit() {}

    /**
     * Decodes bytes by their marks.
     *
     * @param plain the same bytes as UTF-8
     * @param warnings gets a sentence if there are marks but the bytes cannot be decoded
     * @return {@code plain} if there are no marks
     */
    static Decoded decode(byte[] bytes, Decoded plain, List<String> warnings) {
        String name = escaped(plain.text());
        if (name != null) {
            Decoded decoded = Charset.isSupported(name) && Charset.forName(name).canEncode()
                    ? ByteMap.of(bytes, Charset.forName(name))
                    : null;
            if (decoded != null && decoded.undecodable().isEmpty()) {
                return decoded;
            }
            warnings.add("has escape sequences of " + name + " that cannot be decoded; read as UTF-8");
        } else if (hasHz(plain.text())) {
            warnings.add("looks like Chinese in HZ (~{ … ~}), which Winnow does not read; save it as UTF-8");
        } else if (hasUtf7(plain.text())) {
            warnings.add("looks like UTF-7 (+ … -), which Winnow does not read; save it as UTF-8");
        }
        return plain;
    }

    private static @Nullable String escaped(String text) {
        for (int at = text.indexOf(ESCAPE); at >= 0; at = text.indexOf(ESCAPE, at + 1)) {
            for (Map.Entry<String, String> escape : ESCAPES.entrySet()) {
                if (text.startsWith(escape.getKey(), at + 1)) {
                    return escape.getValue();
                }
            }
        }
        return null;
    }

    /**
     * Whether the text holds UTF-7: letters and marks beyond ASCII as Base64 of UTF-16 between a plus and a minus. There must
     * be at least two, and everything between plus and minus must be of that form.
     */
    private static boolean hasUtf7(String text) {
        int units = 0;
        int end = 0;
        for (int plus = text.indexOf('+'); plus >= 0; plus = text.indexOf('+', end)) {
            // Another plus in the same Base64 run has the same end. So a picture in Base64 is read once, not once for
            // each plus.
            end = plus + 1;
            while (end < text.length() && isBase64(text.charAt(end))) {
                end++;
            }
            if (end - plus <= SHORTEST || end == text.length() || text.charAt(end) != '-') {
                continue;
            }
            String written = text.substring(plus + 1, end);
            byte[] bytes;
            try {
                bytes = Base64.getDecoder().decode(written);
            } catch (IllegalArgumentException notBase64) {
                return false;
            }
            String meant = new String(bytes, 0, bytes.length - bytes.length % 2, StandardCharsets.UTF_16BE);
            int bits = 6 * written.length();
            boolean padded = bits % 16 < 6 && (bytes.length % 2 == 0 || bytes[bytes.length - 1] == 0);
            if (meant.isEmpty() || !padded || !meant.codePoints().allMatch(SevenBit::isBeyondAscii)) {
                return false;
            }
            units += meant.length();
        }
        return units > 1;
    }

    private static boolean isBase64(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }

    private static boolean isBeyondAscii(int c) {
        boolean mark = c >= 0x2010 && c <= 0x2030 || c >= 0x3000 && c <= 0x3020;
        return c > 0x7F && (Character.isLetter(c) || mark);
    }

    /** Whether all pairs of bytes between tildes are Chinese characters or symbols of GB 2312. */
    private static boolean hasHz(String text) {
        int from = text.indexOf("~{");
        int to = from < 0 ? -1 : text.indexOf("~}", from + 2);
        if (to <= from + 2 || (to - from) % 2 != 0) {
            return false;
        }
        for (int i = from + 2; i < to; i++) {
            char c = text.charAt(i);
            boolean lead = (i - from) % 2 == 0;
            if (c <= ' ' || c >= 0x7F || lead && c > 'w') {
                return false;
            }
        }
        return true;
    }
}
