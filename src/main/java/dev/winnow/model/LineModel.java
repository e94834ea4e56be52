package dev.winnow.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Judges how likely each line of a page is text of the article. {@code Train} computes its weights, see {@code docs/model.md}.
 * Immutable and thread-safe.
 */
public final class LineModel {

    /** Maximum size of a model file in bytes. */
    static final int LARGEST = 8 << 20;

    private static final int MAGIC = 0x574E4D31;
    private static final String STANDARD = "line-model.bin";

    private final Sight flat;
    private final Sight markup;
    private final long digest;

    LineModel(Sight flat, Sight markup) {
        this.flat = flat;
        this.markup = markup;
        this.digest = crc(content());
    }

    private LineModel(Sight flat, Sight markup, long digest) {
        this.flat = flat;
        this.markup = markup;
        this.digest = digest;
    }

    /** Returns the model that comes with Winnow. It is read at the first call. */
    public static LineModel standard() {
        return Holder.STANDARD;
    }

    private static final class Holder {
        static final LineModel STANDARD = load();

        private static LineModel load() {
            try (InputStream in = Objects.requireNonNull(LineModel.class.getResourceAsStream(LineModel.STANDARD))) {
                return of(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Reads a model from a file.
     *
     * @throws IOException if the file cannot be read, is no model, is damaged, or was made for another version of Winnow; the
     *     message says so
     */
    public static LineModel read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + " is no line model: it is too large");
        }
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static LineModel of(byte[] bytes) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(bytes);
        if (bytes.length < 2 * Integer.BYTES + Long.BYTES || head.getInt() != MAGIC) {
            throw new IOException("not a line model");
        }
        int layout = head.getInt();
        if (layout != layout()) {
            throw new IOException("this line model was trained for another version of Winnow; train it again");
        }
        long digest = head.getLong();
        byte[] content = new byte[head.remaining()];
        head.get(content);
        if (crc(content) != digest) {
            throw new IOException("the line model is damaged");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
        return new LineModel(Sight.read(in, false), Sight.read(in, true), digest);
    }

    /**
     * Returns a hash of all features with their names. Weights of another version are useless, since its features differ. A
     * changed name makes all model files invalid.
     */
    private static int layout() {
        // The hash of a string is the same on every Java version; that of a record need not be.
        return Stream.of(Layout.FLAT, Layout.MARKUP)
                .flatMap(layout -> layout.features().stream())
                .map(feature -> feature.column() + " " + feature.shift() + " " + feature.name())
                .collect(Collectors.joining("\n"))
                .hashCode();
    }

    private static long crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    /** Returns the content of a model file; the same bytes for the same weights. */
    public byte[] written() {
        byte[] content = content();
        return ByteBuffer.allocate(content.length + 2 * Integer.BYTES + Long.BYTES)
                .putInt(MAGIC)
                .putInt(layout())
                .putLong(digest)
                .put(content)
                .array();
    }

    private byte[] content() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            flat.write(out);
            markup.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Returns the digest that identifies the weights in output: eight hexadecimal digits. */
    public String digest() {
        return String.format(Locale.ROOT, "%08x", digest);
    }

    /** Judges the lines of a page; uses its markup if there is some. */
    public Opinion judge(Scene scene) {
        return (scene.blocks() == null ? flat : markup).judge(scene);
    }
}
