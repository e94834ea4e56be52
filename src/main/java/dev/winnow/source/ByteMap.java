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
 * Decodes bytes with a given charset and records every byte that the charset alone would not restore. One instance serves one
 * document.
 *
 * <p>Decoding and encoding again loses two things: bytes that are not text, and second encodings of a character, such as those
 * of Shift_JIS. Bytes of the first kind are always recorded. The second kind is searched only if the bytes were not restored.
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
            // Java's decoders for UTF-32 remove the mark; those of other charsets keep it.
            in.position(4);
            text.append('\uFEFF');
        }
    }

    /** Decodes so that {@link Encoder} restores the bytes; returns null if the charset does not allow it. */
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

    /** Decodes. Each run of bytes that are not text becomes one U+FFFD. */
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
            // First with room for one unit, so that one character is decoded at a time. A surrogate pair needs two.
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
