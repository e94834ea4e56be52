package dev.winnow.source;

import dev.winnow.document.SourceDocument.Undecodable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;

/** Encodes decoded text back to its bytes, the inverse of {@link Decoder}. Thread-safe. */
public final class Encoder {

    private Encoder() {}

    /**
     * Returns the bytes from which a text was decoded.
     *
     * @param undecodable sorted by offset, each for one UTF-16 unit of the text
     * @throws IllegalArgumentException if the charset is unknown, an offset lies outside the text, or the bytes are not
     *     hexadecimal
     */
    public static byte[] encode(String text, String charset, List<Undecodable> undecodable) {
        return encode(text, Charset.forName(charset), undecodable);
    }

    static byte[] encode(String text, Charset charset, List<Undecodable> undecodable) {
        if (undecodable.isEmpty()) {
            return text.getBytes(charset);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + text.length() / 8 + 16);
        int at = 0;
        for (Undecodable piece : undecodable) {
            if (piece.offset() < at || piece.offset() >= text.length()) {
                throw new IllegalArgumentException("the undecodable bytes for offset " + piece.offset()
                        + " lie outside the text of " + text.length() + " units or are out of order");
            }
            if (piece.offset() > at) {
                out.writeBytes(text.substring(at, piece.offset()).getBytes(charset));
            }
            out.writeBytes(HexFormat.of().parseHex(piece.hex()));
            at = piece.offset() + 1;
        }
        out.writeBytes(text.substring(at).getBytes(charset));
        return out.toByteArray();
    }
}
