package dev.winnow.source.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP response as a crawler stored it, with its body decoded. Many crawlers store the decoded body but the original
 * headers. So a body that is not in the encoding of its headers is used unchanged.
 *
 * @param status status code, such as 200
 * @param contentType null when missing
 * @param body without transfer and content encoding, as far as it is present
 * @param missing description of the missing part of the body; null if it is complete
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are only passed on, never compared.
public record HttpResponse(
        int status,
        @Nullable String contentType,
        byte[] body,
        @Nullable String missing) {

    private static final int BUFFER = 1 << 13;

    /** Maximum number of hexadecimal digits of a chunk size. Chunks of 256 MiB do not occur. */
    private static final int MOST_DIGITS = 7;

    /**
     * Parses a response.
     *
     * @param most maximum size of the body in bytes
     * @throws DamagedException if it is not a response, or nothing of its body can be decoded
     * @throws LimitException if the body is larger than {@code most}
     */
    public static HttpResponse parse(byte[] bytes, int most) throws IOException {
        int headerEnd = headerEnd(bytes);
        String header = new String(bytes, 0, headerEnd, ISO_8859_1);
        String contentType = null;
        String encoding = "";
        boolean chunked = false;
        long length = -1;
        HeaderFields fields = new HeaderFields(header);
        while (fields.next()) {
            switch (fields.name()) {
                case "content-type" -> contentType = fields.value();
                case "content-length" -> length = WarcHeader.length(fields.value());
                case "content-encoding" -> encoding += "," + fields.value();
                case "transfer-encoding" ->
                    chunked = fields.value().toLowerCase(Locale.ROOT).contains("chunked");
                default -> {}
            }
        }
        Body body = new Body(Arrays.copyOfRange(bytes, headerEnd, bytes.length));
        if (chunked) {
            body.unchunk();
        }
        String[] encodings = encoding.toLowerCase(Locale.ROOT).split(",", -1);
        // At most two: more are an attack.
        for (int i = encodings.length - 1; i >= Math.max(0, encodings.length - 2); i--) {
            body.decode(encodings[i].strip(), most);
        }
        // The declared length is that of the encoded body.
        if (!chunked && body.missing == null && !body.kept && bytes.length - headerEnd < length) {
            body.missing = (bytes.length - headerEnd) + " of " + length + " bytes are there";
        }
        return new HttpResponse(status(header), contentType, body.bytes, body.missing);
    }

    /** Returns the media type in lower case, without parameters; empty when missing. */
    public static String mediaType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the charset of a content type; null if it has none. */
    public static @Nullable String charset(@Nullable String contentType) {
        for (String part : contentType == null ? new String[0] : contentType.split(";")) {
            String parameter = part.strip();
            if (parameter.regionMatches(true, 0, "charset=", 0, 8)) {
                String charset = parameter
                        .substring(8)
                        .replace("\"", "")
                        .replace("'", "")
                        .strip();
                return charset.isEmpty() ? null : charset;
            }
        }
        return null;
    }

    private static int headerEnd(byte[] bytes) throws DamagedException {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
                return i + 2;
            }
            if (bytes[i] == '\n' && bytes[i + 1] == '\r' && i + 2 < bytes.length && bytes[i + 2] == '\n') {
                return i + 3;
            }
        }
        throw new DamagedException("the record holds no HTTP response: its header has no end");
    }

    private static int status(String header) throws DamagedException {
        int space = header.indexOf(' ');
        if (header.startsWith("HTTP/") && space > 0 && space + 4 <= header.length()) {
            String digits = header.substring(space + 1, space + 4);
            if (digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Integer.parseInt(digits);
            }
        }
        throw new DamagedException("the record holds no HTTP response: its first line is not a status line");
    }

    /** A body while it is decoded. */
    private static final class Body {
        private byte[] bytes;
        /** Whether the body is not in its declared encoding, because the crawler has decoded it. */
        private boolean kept;

        private @Nullable String missing;

        Body(byte[] bytes) {
            this.bytes = bytes;
        }

        /**
         * Joins the chunks. If the first chunk is not valid, the body stays unchanged. If a later one is not, the body before
         * it is used.
         */
        void unchunk() {
            ByteArrayOutputStream whole = new ByteArrayOutputStream(bytes.length);
            int at = 0;
            missing = bytes.length == 0 ? null : "its last chunk is missing";
            while (at < bytes.length) {
                int size = 0;
                int digits = 0;
                while (at < bytes.length && digits <= MOST_DIGITS && Character.digit(bytes[at], 16) >= 0) {
                    size = 16 * size + Character.digit(bytes[at++], 16);
                    digits++;
                }
                int feed = at;
                while (feed < bytes.length && bytes[feed] != '\n') {
                    feed++;
                }
                boolean isChunk = digits > 0 && digits <= MOST_DIGITS && feed < bytes.length && endsSize(bytes[at]);
                if (!isChunk && at == digits) {
                    missing = null;
                    return;
                }
                if (!isChunk || size == 0) {
                    missing = isChunk ? null : missing;
                    break;
                }
                int n = Math.min(size, bytes.length - feed - 1);
                whole.write(bytes, feed + 1, n);
                at = feed + 1 + n;
                while (at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n') && at < feed + 1 + n + 2) {
                    at++;
                }
            }
            bytes = whole.toByteArray();
        }

        void decode(String encoding, int most) throws IOException {
            if (encoding.isEmpty() || encoding.equals("identity") || bytes.length == 0) {
                return;
            }
            ByteArrayOutputStream decoded = new ByteArrayOutputStream(4 * bytes.length);
            try (InputStream decoder = decoder(bytes, encoding)) {
                if (decoder == null) {
                    kept = true;
                    return;
                }
                byte[] buffer = new byte[BUFFER];
                for (int n = decoder.read(buffer); n >= 0; n = decoder.read(buffer)) {
                    decoded.write(buffer, 0, n);
                    if (decoded.size() > most) {
                        throw new LimitException(
                                "the page is larger than allowed when decoded; raise the limit with --max-size");
                    }
                }
            } catch (LimitException tooMuch) {
                throw tooMuch;
            } catch (IOException | RuntimeException | LinkageError broken) {
                if (decoded.size() == 0) {
                    throw new DamagedException("the page's content encoding " + encoding + " cannot be decoded: "
                            + Unpacked.reason(broken));
                }
                missing = "its content encoding " + encoding + " cannot be decoded to its end: "
                        + Unpacked.reason(broken);
            }
            bytes = decoded.toByteArray();
        }
    }

    private static boolean endsSize(byte b) {
        return b == '\r' || b == '\n' || b == ';' || b == ' ';
    }

    /** Returns a decoder; null if the body is already decoded. */
    private static @Nullable InputStream decoder(byte[] body, String encoding) throws IOException {
        InputStream in = new ByteArrayInputStream(body);
        boolean isGzip = body.length > 2 && body[0] == 0x1F && body[1] == (byte) 0x8B;
        boolean isZlib = body.length > 1 && (body[0] & 0x0F) == 8 && ((body[0] & 0xFF) << 8 | body[1] & 0xFF) % 31 == 0;
        return switch (encoding) {
            case "gzip", "x-gzip" -> isGzip ? new GZIPInputStream(in) : null;
            case "deflate" ->
                looksLikeText(body)
                        ? null
                        : isZlib ? new InflaterInputStream(in) : new InflaterInputStream(in, new Inflater(true));
            case "br" -> looksLikeText(body) ? null : new BrotliInputStream(in);
            case "zstd" ->
                body.length > 3 && body[0] == 0x28 && body[1] == (byte) 0xB5
                        ? new ZstdInputStreamNoFinalizer(in)
                        : null;
            default -> {
                // Servers put all kinds of values into this header, such as a charset.
                if (looksLikeText(body)) {
                    yield null;
                }
                throw new IOException("it is unknown");
            }
        };
    }

    /** For encodings without a signature: a body that begins with only printable characters is already decoded. */
    private static boolean looksLikeText(byte[] body) {
        for (int i = 0; i < Math.min(body.length, 64); i++) {
            if (body[i] >= 0 && body[i] < ' ' && body[i] != '\t' && body[i] != '\r' && body[i] != '\n') {
                return false;
            }
        }
        return true;
    }
}
