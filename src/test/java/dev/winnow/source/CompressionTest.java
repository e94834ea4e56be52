package dev.winnow.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {

    private static final byte[] TEXT = "The first ferry left on Sunday.\n".getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "xz", "zst"})
    void takesOffEveryCompressionByContent(String extension) {
        Read read = Read.of(Packing.compressed(extension, TEXT));
        assertThat(read.failures()).isEmpty();
        assertThat(read.texts()).containsExactly(new String(TEXT, UTF_8));
        assertThat(read.ids()).containsExactly("stdin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "xz", "zst"})
    void readsConcatenatedMembersAsOneStream(String extension) {
        byte[] one = Packing.compressed(extension, "{\"text\": \"One.\"}\n{\"text\": ".getBytes(UTF_8));
        byte[] two = Packing.compressed(extension, "\"Two.\"}\n".getBytes(UTF_8));
        byte[] none = Packing.compressed(extension, new byte[0]);
        Read read = Read.of(Packing.joined(one, none, two, none));
        assertThat(read.failures()).isEmpty();
        assertThat(read.texts()).containsExactly("One.", "Two.");
        assertThat(read.ids()).containsExactly("stdin:1", "stdin:2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "xz", "zst"})
    void saysWhereACutOffStreamEnds(String extension) {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            records.append("{\"text\": \"")
                    .append(Integer.toHexString(i * 0x9E3779B9))
                    .append("\"}\n");
        }
        byte[] whole = Packing.compressed(extension, records.toString().getBytes(UTF_8));
        Read read = Read.of(Arrays.copyOf(whole, whole.length - whole.length / 20));
        int next = read.documents().size() + 1;
        assertThat(next).isLessThan(20_000);
        // bzip2 gives nothing of a block that is not whole, and this is one block.
        assertThat(read.failures())
                .singleElement()
                .asString()
                .startsWith(next == 1 ? "-: the bzip2 data is damaged" : "-:" + next + ": reading stopped: ")
                .contains("damaged");
    }

    @Test
    void passesOverPaddingBehindGzip() {
        assertThat(Read.of(Packing.joined(Packing.gzip(TEXT), new byte[1000])).failures())
                .isEmpty();
    }

    @Test
    void readsGzipHeadersWithAllTheirParts() {
        byte[] gzip = Packing.gzip(TEXT);
        byte[] parts = {3, 0, 1, 2, 3, 'n', 0, 'c', 0, 9, 9};
        byte[] header = Arrays.copyOf(gzip, 10);
        header[3] = 2 + 4 + 8 + 16;
        byte[] rest = Arrays.copyOfRange(gzip, 10, gzip.length);
        assertThat(Read.of(Packing.joined(header, parts, rest)).documents()).hasSize(1);
    }

    @Test
    void readsLongWindowsUpToTheLimit() {
        byte[] longWindow = Packing.zstdLong(Packing.repeated(TEXT, 1000), 27);
        assertThat(Read.of(longWindow).failures()).isEmpty();
        assertThat(Read.of(longWindow, Limits.DEFAULT.withMaxWindowBytes(1 << 20))
                        .failures())
                .containsExactly(
                        "-: the zstd data needs a window larger than 1 MiB; raise the limit with --max-window");
    }

    @Test
    void skippableFramesBeforeZstdAreNoText() {
        byte[] skippable = {0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3};
        assertThat(Read.of(Packing.joined(skippable, Packing.zstd(TEXT))).texts())
                .containsExactly(new String(TEXT, UTF_8));
    }

    @Test
    void namesHelpBehindACompression() {
        // Nothing in the bytes says JSON Lines: the record has no field that Winnow knows.
        byte[] records = "{\"headline\": \"x\"}\n".getBytes(UTF_8);
        Read read = Read.of(Packing.zip(Map.of("a.jsonl.gz", Packing.gzip(records))));
        assertThat(read.failures())
                .singleElement()
                .asString()
                .contains("a.jsonl.gz:1")
                .contains("no text");
    }
}
