package dev.winnow.restore;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.document.SourceDocument.Undecodable;
import dev.winnow.source.Encoder;
import java.util.List;

/**
 * A source document as it was before cleaning.
 *
 * @param id id of the document
 * @param text the decoded source
 * @param charset charset of the source; UTF-8 for text that came as a string
 * @param undecodable bytes that encoding with the charset cannot restore
 */
public record Restored(String id, String text, String charset, List<Undecodable> undecodable) {

    public Restored {
        undecodable = List.copyOf(undecodable);
    }

    /**
     * Returns the bytes of the source. A single surrogate, which only text from JSON can contain, is encoded as three bytes in
     * the pattern of UTF-8. This is not valid UTF-8, but no other bytes would be exact.
     */
    public byte[] bytes() {
        if (charset.equals(UTF_8.name()) && undecodable.isEmpty()) {
            byte[] bytes = text.getBytes(UTF_8);
            return new String(bytes, UTF_8).equals(text) ? bytes : withLoneSurrogates();
        }
        return Encoder.encode(text, charset, undecodable);
    }

    private byte[] withLoneSurrogates() {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream(text.length() + 64);
        text.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                out.write(0xE0 | point >> 12);
                out.write(0x80 | point >> 6 & 0x3F);
                out.write(0x80 | point & 0x3F);
            } else {
                out.writeBytes(Character.toString(point).getBytes(UTF_8));
            }
        });
        return out.toByteArray();
    }
}
