package dev.winnow.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.document.SourceDocument.Undecodable;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the charset of bytes and decodes them without loss: {@link Encoder} restores the same bytes. Thread-safe.
 *
 * <p>The order of evidence: a byte-order mark; the byte pattern of UTF-16 and UTF-32; valid UTF-8, which other text hardly ever
 * is by accident; the declaration, unless the bytes clearly contradict it; statistics of the bytes; and Windows-1252, which can
 * decode any bytes.
 */
public final class Decoder {

    /** Damaged UTF-8 is still UTF-8 if it has more than this number of complete characters per broken one. */
    private static final int WHOLE_PER_BROKEN = 2;

    private Decoder() {}

    /**
     * Decodes bytes.
     *
     * @param declared name of the declared charset, any alias and case; null when none is declared
     * @return the text; decoding never fails, whatever the bytes and the declaration
     */
    public static Decoded decode(byte[] bytes, @Nullable String declared) {
        List<String> warnings = new ArrayList<>(0);
        Charset wanted = declaredCharset(declared, warnings);
        Decoded decoded = decode(bytes, wanted, warnings);
        if (wanted != null && declared != null && overruled(declared.strip(), wanted, decoded)) {
            warnings.add("declared as " + declared.strip() + ", but the bytes are " + decoded.charset());
        }
        if (!decoded.undecodable().isEmpty()) {
            warnings.add(damage(decoded));
        }
        return warnings.isEmpty()
                ? decoded
                : new Decoded(decoded.text(), decoded.charset(), decoded.undecodable(), warnings);
    }

    private static Decoded decode(byte[] bytes, @Nullable Charset wanted, List<String> warnings) {
        Charset marked = Unicode.ofMark(bytes);
        Charset unicode = marked != null ? marked : Unicode.ofPattern(bytes);
        Decoded decoded = null;
        if (unicode == null || unicode.equals(UTF_8)) {
            decoded = utf8(bytes, marked != null);
            if (decoded != null && wanted != null && escapesTo(wanted, decoded.text())) {
                Decoded escaped = ByteMap.of(bytes, wanted);
                decoded = escaped != null ? escaped : decoded;
            } else if (decoded != null) {
                decoded = SevenBit.decode(bytes, decoded, warnings);
            }
        } else {
            decoded = ByteMap.of(bytes, unicode);
        }
        return decoded != null ? decoded : legacy(bytes, wanted, warnings);
    }

    /** Returns the text if the bytes are UTF-8, complete or damaged; else null. */
    private static @Nullable Decoded utf8(byte[] bytes, boolean certain) {
        String text = new String(bytes, UTF_8);
        // Invalid bytes become U+FFFD, which does not encode to the same bytes.
        if (text.indexOf('\uFFFD') < 0 || Arrays.equals(text.getBytes(UTF_8), bytes)) {
            return new Decoded(text, UTF_8.name(), List.of(), List.of());
        }
        return certain || isMostlyUtf8(bytes) ? ByteMap.decode(bytes, UTF_8) : null;
    }

    /** Compares the number of complete multi-byte characters with the number of bytes that belong to none. */
    private static boolean isMostlyUtf8(byte[] bytes) {
        long whole = 0;
        long broken = 0;
        int i = 0;
        while (i < bytes.length) {
            int lead = bytes[i++] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            int following = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
            int there = 0;
            while (there < following && i < bytes.length && (bytes[i] & 0xC0) == 0x80) {
                there++;
                i++;
            }
            if (following > 0 && there == following) {
                whole++;
            } else {
                broken += there + 1L;
            }
        }
        return whole > WHOLE_PER_BROKEN * broken || broken == 0;
    }

    private static Decoded legacy(byte[] bytes, @Nullable Charset wanted, List<String> warnings) {
        for (Charset candidate : Detection.candidates(bytes, wanted)) {
            Decoded decoded = ByteMap.of(bytes, candidate);
            if (decoded != null) {
                warnIfGuessed(bytes, candidate, wanted, warnings);
                return decoded;
            }
            if (candidate.equals(wanted)) {
                warnings.add("cannot be read as " + candidate.name() + " without loss");
            }
        }
        warnIfGuessed(bytes, Detection.LAST_RESORT, wanted, warnings);
        Decoded last = ByteMap.of(bytes, Detection.LAST_RESORT);
        if (last == null) {
            throw new AssertionError(Detection.LAST_RESORT + " reads any bytes");
        }
        return last;
    }

    /** Warns about a guess from few bytes, because a user would not notice that it is wrong. */
    private static void warnIfGuessed(byte[] bytes, Charset guess, @Nullable Charset wanted, List<String> warnings) {
        if (wanted == null && Detection.isLittle(bytes)) {
            warnings.add("no charset is declared, and " + guess.name() + " is a guess from few bytes");
        }
    }

    private static @Nullable Charset declaredCharset(@Nullable String declared, List<String> warnings) {
        if (declared == null || declared.isBlank()) {
            return null;
        }
        Charset charset = Detection.superset(declared.strip());
        if (charset == null) {
            warnings.add("the declared charset '" + declared.strip() + "' is unknown");
        }
        return charset;
    }

    /** Whether the text is seven-bit with escape sequences, as in ISO-2022. Such text is valid UTF-8, but is not UTF-8. */
    private static boolean escapesTo(Charset wanted, String text) {
        return wanted.name().toUpperCase(Locale.ROOT).startsWith("ISO-2022")
                && (text.indexOf('\u001B') >= 0 || text.indexOf('\u000E') >= 0);
    }

    private static boolean overruled(String declared, Charset wanted, Decoded decoded) {
        // "utf-16" and "utf-32" leave the byte order to the byte-order mark.
        if (wanted.name().equals(decoded.charset())
                || decoded.charset().startsWith(declared.toUpperCase(Locale.ROOT))) {
            return false;
        }
        return !(decoded.charset().equals(UTF_8.name()) && isAscii(decoded.text()) && isAsciiSuperset(wanted));
    }

    private static boolean isAsciiSuperset(Charset charset) {
        return new String(new byte[] {'A', '~'}, charset).equals("A~");
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String damage(Decoded decoded) {
        int places = 0;
        for (Undecodable damage : decoded.undecodable()) {
            places += decoded.text().charAt(damage.offset()) == '\uFFFD' ? 1 : 0;
        }
        return places == 0
                ? "some characters have unusual byte sequences in " + decoded.charset()
                : "bytes that are no text in " + decoded.charset() + " at " + places
                        + (places == 1 ? " place" : " places") + ", shown as U+FFFD";
    }
}
