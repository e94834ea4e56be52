package dev.winnow.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Input made to exhaust who reads it. The time allowed is far above what is needed: it catches what never ends. */
class BombTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final byte[] SPACES = Packing.repeated(new byte[] {' '}, 32 << 20);

    @Test
    void gzipBombEndsAtTheRatio() {
        byte[] member = Packing.gzip(SPACES);
        byte[] first = Packing.gzip("{\"text\": \"".getBytes(UTF_8));
        Read read = read(Packing.joined(first, Packing.repeated(member, 100)));
        assertThat(read.documents()).isEmpty();
        assertThat(read.failures())
                .singleElement()
                .asString()
                .contains("unpacks to more than 250 times its size")
                .contains("--max-ratio");
    }

    @Test
    void aBombOfTextIsTooLargeAtOnce() {
        for (byte[] bomb : List.of(Packing.zstd(SPACES), Packing.bzip2(SPACES))) {
            assertThat(read(Packing.repeated(bomb, 1000)).failures())
                    .containsExactly("-: the text is larger than 64 MiB; raise the limit with --max-size");
        }
    }

    @Test
    void unwantedEntriesOfAZipCountForTheRatio() {
        byte[] huge = new byte[32 << 20];
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 9; i++) {
            entries.put(i + ".jpg", huge);
        }
        assertThat(read(Packing.zip(entries)).failures())
                .singleElement()
                .asString()
                .contains("unpacks to more than 250 times its size");
    }

    @Test
    void archivesInEachOtherEndAtTheDepth() {
        byte[] zip = "The ferry left.".getBytes(UTF_8);
        for (int i = 0; i < 30; i++) {
            zip = Packing.zip(Map.of(i == 0 ? "a.txt" : "a.zip", zip));
        }
        assertThat(read(zip).failures())
                .containsExactly("-!a.zip!a.zip!a.zip!a.zip!a.zip: is nested deeper than 5 archives and compressions;"
                        + " raise the limit with --max-nesting");
        byte[] gzip = zip;
        for (int i = 0; i < 1000; i++) {
            gzip = Packing.gzip(gzip);
        }
        assertThat(read(gzip).failures()).singleElement().asString().contains("is nested deeper than 5 archives");
    }

    @Test
    void aTreeOfArchivesIsNoDeeperThanAllowedAndNoWiderThanItsBytes() {
        byte[] leaf = Packing.zip(Map.of("a.txt", SPACES));
        for (int i = 0; i < 3; i++) {
            byte[] inner = leaf;
            leaf = Packing.zip(IntStream.range(0, 16).boxed().collect(Collectors.toMap(n -> n + ".zip", n -> inner)));
        }
        Read read = read(leaf);
        assertThat(read.failures()).singleElement().asString().contains("unpacks to more than 250 times its size");
        assertThat(read.documents().size()).isLessThan(10);
    }

    @Test
    void tooManyEntriesAreRefused() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            entries.put(i + ".txt", new byte[] {'x'});
        }
        Read read = Read.of(Packing.zip(entries), Limits.DEFAULT.withMaxEntries(10));
        assertThat(read.documents()).hasSize(10);
        assertThat(read.failures())
                .containsExactly("-: the archive has more than 10 entries; raise the limit with --max-entries");
    }

    @Test
    void sizesThatLieInAZipAreNotBelieved() {
        byte[] text = "The ferry left on Sunday morning.".repeat(100).getBytes(UTF_8);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a.txt", text);
        entries.put("b.txt", text);
        byte[] zip = Packing.zip(entries);
        for (int size : new int[] {0, 1, 1000, Integer.MAX_VALUE, -1}) {
            byte[] lying = zip.clone();
            // No descriptor behind the data; sizes in the header, packed and unpacked.
            lying[6] &= ~8;
            ByteBuffer.wrap(lying)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(18, size)
                    .putInt(22, size);
            Read read = read(lying);
            assertThat(read.failures().size()).isBetween(1, 2);
            assertThat(read.texts()).allMatch(it -> it.equals(new String(text, UTF_8)) || it.length() < text.length);
        }
    }

    @Test
    void sizesThatLieInATarAreNotBelieved() {
        byte[] text = "The ferry left.\n".repeat(32).getBytes(UTF_8);
        assertThat(read(Packing.joined(Packing.tarHeader("a.txt", '0', "77777777777"), text))
                        .failures())
                .containsExactly(
                        "-!a.txt: the text is larger than 64 MiB (8192.0 MiB); raise the limit with --max-size");
        assertThat(read(Packing.joined(Packing.tarHeader("a.txt", '0', "\u00ff".repeat(12)), text))
                        .failures())
                .contains("-: the size in a TAR header is no number; it is skipped");
    }

    @Test
    void namesInATarAreHeldWithinBounds() {
        InputStream endless = new SequenceInputStream(Collections.enumeration(List.of(
                new java.io.ByteArrayInputStream(Packing.tarHeader("n", 'L', "77777777777")), zeros(1L << 30))));
        Assertions.assertTimeoutPreemptively(
                LIMIT,
                () -> assertThat(Read.of(endless, Limits.DEFAULT).failures())
                        .containsExactly("-: reading stopped: the TAR archive is cut off"));
        byte[] chain = Packing.repeated(
                Packing.joined(Packing.tarHeader("n", 'L', "4"), Arrays.copyOf(new byte[] {'n'}, 512)), 100_000);
        assertThat(read(chain).failures()).singleElement().asString().startsWith("-: the archive holds no documents");
    }

    @Test
    void hugeWindowsAreRefused() {
        // Magic number, no frame flags, a window of 2 GiB, one last empty block.
        byte[] zstd = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, (byte) (21 << 3), 1, 0, 0};
        assertThat(read(zstd).failures()).singleElement().asString().contains("--max-window");

        byte[] xz = Packing.xz("The ferry left.".getBytes(UTF_8));
        // The block's header follows the stream's of 12 bytes: size, flags, filter, its length, dictionary, …,
        // checksum.
        int length = 4 * (xz[12] + 1);
        xz[16] = 37;
        CRC32 checksum = new CRC32();
        checksum.update(xz, 12, length - 4);
        ByteBuffer.wrap(xz).order(ByteOrder.LITTLE_ENDIAN).putInt(12 + length - 4, (int) checksum.getValue());
        assertThat(read(xz).failures()).singleElement().asString().contains("--max-window");
    }

    @Test
    void aPageMayBeABombToo() {
        byte[] bomb = Packing.gzip(Packing.repeated(SPACES, 3));
        byte[] record = Packing.response(1, "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", bomb);
        Read read = read(Packing.joined(record, Packing.wet(2, "The ferry left.")));
        assertThat(read.failures())
                .containsExactly("-:1: the record is larger than 64 MiB; raise the limit with --max-size");
        assertThat(read.texts()).containsExactly("The ferry left.");
    }

    @Test
    void damagedContainersOfAnyKindEndWithAMessage() {
        Random random = new Random(6);
        byte[] text = "{\"text\": \"The ferry left.\"}\n".repeat(50).getBytes(UTF_8);
        Map<String, byte[]> entries = Map.of("a.txt", text, "b.jsonl.gz", Packing.gzip(text), "c.txt", text);
        List<byte[]> containers = List.of(
                Packing.gzip(text),
                Packing.bzip2(text),
                Packing.xz(text),
                Packing.zstd(text),
                Packing.zip(entries),
                Packing.tar(entries),
                Packing.gzip(Packing.tar(entries)),
                Packing.repeated(Packing.gzip(Packing.wet(1, "The ferry left.")), 5),
                Packing.response(
                        1, "200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip", Packing.gzip(text)));
        for (byte[] container : containers) {
            for (int round = 0; round < 300; round++) {
                byte[] damaged = Arrays.copyOf(container, container.length - random.nextInt(20));
                for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                Read read = read(damaged);
                assertThat(read.documents().isEmpty()
                                && read.failures().isEmpty()
                                && read.skipped().isEmpty())
                        .as("nothing told of round %d of %s", round, Arrays.toString(damaged))
                        .isFalse();
            }
        }
    }

    private static Read read(byte[] bytes) {
        return Assertions.assertTimeoutPreemptively(LIMIT, () -> Read.of(bytes));
    }

    private static InputStream zeros(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int size) {
                if (left <= 0) {
                    return -1;
                }
                int n = (int) Math.min(left, size);
                Arrays.fill(buffer, offset, offset + n, (byte) 0);
                left -= n;
                return n;
            }
        };
    }
}
