package dev.winnow.source;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Charsets that write other scripts in bytes of ASCII, between marks: the escapes of ISO-2022, the tildes of HZ. Their bytes are
 * valid UTF-8, so the marks alone tell.
 */
final class SevenBit {

    /** What stands behind an escape, and the charset that writes it. */
    private static final Map<String, String> ESCAPES = Map.of(
            "$@", "ISO-2022-JP",
            "$B", "ISO-2022-JP",
            "$(D", "ISO-2022-JP-2",
            "$)C", "ISO-2022-KR",
            "$)A", "ISO-2022-CN");

    private static final char ESCAPE = '\u001B';

    private SevenBit() {}

    /**
     * Decodes bytes by their marks.
     *
     * @param plain the same bytes as UTF-8
     * @param warnings gets a sentence where the marks are there but cannot be followed
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
            warnings.add("has the escapes of " + name + ", which cannot be followed; read as UTF-8");
        } else if (hasHz(plain.text())) {
            warnings.add("looks like Chinese in HZ (~{ … ~}), which is not read here; save it as UTF-8");
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

    /** Whether pairs of bytes between tildes are all Chinese characters or signs of GB 2312. */
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
