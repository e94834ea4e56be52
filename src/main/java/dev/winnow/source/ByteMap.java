package dev.winnow.source;

import dev.winnow.document.SourceDocument.Undecodable;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes with a given charset and notes every byte that the charset alone would not bring back. One document each.
 *
 * <p>Two things get lost when a text is decoded and encoded again: bytes that are no text, and second spellings, such as the
 * characters that Shift_JIS has twice. The first are looked for always, the second only when the bytes did not come back.
 */
final class ByteMap {

    private final byte[] bytes;
    private final ByteBuffer in;
    private final CharsetDecoder decoder;
    private final StringBuilder text;
    private final List<Undecodable> pieces = new ArrayList<>();
    private int damageEnd = -1;

    private ByteMap(byte[] bytes, Charset charset) {
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes);
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.text = new StringBuilder(bytes.length);
        if (charset.name().startsWith("UTF-32") && charset.equals(Unicode.ofMark(bytes))) {
            // Java's decoder for UTF-32, alone among its like, swallows the mark.
            in.position(4);
            text.append('\uFEFF');
        }
    }

    /** Decodes so that {@link Encoder} brings back the bytes; null if this charset cannot do that. */
    static @Nullable Decoded of(byte[] bytes, Charset charset) {
        if (!charset.canEncode()) {
            return null;
        }
        Decoded quick = decode(bytes, charset);
        if (comesBack(quick, charset, bytes)) {
            return quick;
        }
        Decoded careful = new ByteMap(bytes, charset).unitByUnit(charset);
        return comesBack(careful, charset, bytes) ? careful : null;
    }

    /** Decodes; a stretch of bytes that are no text becomes one U+FFFD. */
    static Decoded decode(byte[] bytes, Charset charset) {
        return new ByteMap(bytes, charset).inBulk(charset);
    }

    private static boolean comesBack(Decoded decoded, Charset charset, byte[] bytes) {
        return Arrays.equals(Encoder.encode(decoded.text(), charset, decoded.undecodable()), bytes);
    }

    private Decoded inBulk(Charset charset) {
        CharBuffer out = CharBuffer.allocate(Math.min(bytes.length + 2, 1 << 14));
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            drain(out);
            if (result.isUnderflow()) {
                break;
            }
            if (result.isError()) {
                damage(result.length());
            }
        }
        while (decoder.flush(out).isOverflow()) {
            drain(out);
        }
        drain(out);
        return new Decoded(text.toString(), charset.name(), pieces, List.of());
    }

    private Decoded unitByUnit(Charset charset) {
        CharBuffer out = CharBuffer.allocate(2);
        while (in.hasRemaining()) {
            int from = in.position();
            // First with room for one unit, so that one character is taken at a time; a surrogate pair needs two.
            out.clear().limit(1);
            CoderResult result = decoder.decode(in, out, true);
            if (result.isOverflow() && out.position() == 0) {
                out.limit(2);
                result = decoder.decode(in, out, true);
            }
            if (out.position() > 0) {
                out.flip();
                character(out.toString(), from, in.position(), charset);
            } else if (result.isError()) {
                damage(result.length());
            } else if (in.position() == from) {
                damage(in.remaining());
            }
        }
        return new Decoded(text.toString(), charset.name(), pieces, List.of());
    }

    private void character(String character, int from, int to, Charset charset) {
        if (Arrays.equals(character.getBytes(charset), 0, encodedLength(character, charset), bytes, from, to)) {
            text.append(character);
            return;
        }
        boolean plain = character.length() == 1 && !Character.isSurrogate(character.charAt(0));
        pieces.add(new Undecodable(text.length(), HexFormat.of().formatHex(bytes, from, to)));
        text.append(plain ? character.charAt(0) : '\uFFFD');
    }

    private static int encodedLength(String character, Charset charset) {
        return character.getBytes(charset).length;
    }

    private void damage(int length) {
        int from = in.position();
        int to = from + length;
        in.position(to);
        if (from == damageEnd) {
            Undecodable before = pieces.remove(pieces.size() - 1);
            pieces.add(new Undecodable(
                    before.offset(), before.hex() + HexFormat.of().formatHex(bytes, from, to)));
        } else {
            pieces.add(new Undecodable(text.length(), HexFormat.of().formatHex(bytes, from, to)));
            text.append('\uFFFD');
        }
        damageEnd = to;
    }

    private void drain(CharBuffer out) {
        text.append(out.array(), 0, out.position());
        out.clear();
    }
}
