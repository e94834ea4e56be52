package dev.winnow.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.SourceDocument;
import dev.winnow.source.Input;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParquetRowsTest {

    private static final String PLAIN =
            "message page { required binary id (STRING); required binary text (STRING); optional binary url (STRING); }";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.winnow.parquet.ParquetMaker#codecs")
    void givesADocumentForEachRow(CompressionCodecName codec) throws IOException {
        Path file = ParquetMaker.file(folder.resolve("pages.parquet"), PLAIN, 3000, codec, ParquetRowsTest::page);
        List<Input> read = read(file);
        assertThat(read).hasSize(3000);
        SourceDocument document = ((Input.Document) read.get(2999)).document();
        assertThat(document.id()).isEqualTo("page-2999");
        assertThat(document.text()).isEqualTo("The harbour was closed on day 2999.");
        assertThat(document.url()).isEqualTo("https://harbour.example/2999");
        assertThat(read.get(2999).origin()).isEqualTo(file + ":3000");
    }

    @Test
    void readsStandardInput() throws IOException {
        Path file = ParquetMaker.file(
                folder.resolve("pages.parquet"), PLAIN, 3, CompressionCodecName.SNAPPY, ParquetRowsTest::page);
        List<Input> read = read("-", new ByteArrayInputStream(Files.readAllBytes(file)), Limits.DEFAULT);
        assertThat(read).hasSize(3).allMatch(Input.Document.class::isInstance);
    }

    @Test
    void passesOnEveryOtherColumn() throws IOException {
        String schema = """
                message page {
                  required binary text (STRING);
                  optional int32 crawled (DATE);
                  optional int64 seen (TIMESTAMP(MICROS,true));
                  optional int64 local (TIMESTAMP(MILLIS,false));
                  optional int64 price (DECIMAL(10,2));
                  optional double score;
                  optional boolean paid;
                  optional binary raw;
                  optional group tags (LIST) { repeated group list { optional binary element (STRING); } }
                  optional group counts (MAP) { repeated group key_value { required binary key (STRING); optional int32 value; } }
                  optional group meta { optional binary lang (STRING); optional int32 words; }
                  repeated int32 plain;
                }
                """;
        Path file = ParquetMaker.file(
                folder.resolve("pages.parquet"), schema, 1, CompressionCodecName.UNCOMPRESSED, (row, group) -> {
                    group.add("text", "The harbour was closed.");
                    group.add("crawled", (int) LocalDate.of(2019, 6, 2).toEpochDay());
                    group.add("seen", 1_559_469_600_000_001L);
                    group.add("local", -1L);
                    group.add("price", 1999L);
                    group.add("score", 0.5);
                    group.add("paid", true);
                    group.add("raw", Binary.fromConstantByteArray(new byte[] {(byte) 0xFF, 0}));
                    Group tags = group.addGroup("tags");
                    tags.addGroup("list").add("element", "ferries");
                    tags.addGroup("list");
                    Group entry = group.addGroup("counts").addGroup("key_value");
                    entry.add("key", "boats");
                    entry.add("value", 17);
                    Group meta = group.addGroup("meta");
                    meta.add("lang", "en");
                    group.add("plain", 1);
                    group.add("plain", 2);
                });
        SourceDocument document = ((Input.Document) read(file).get(0)).document();
        assertThat(document.crawled()).isEqualTo(LocalDate.of(2019, 6, 2));
        assertThat(document.id()).isEqualTo("pages.parquet:1");
        assertThat(document.extra())
                .containsEntry("seen", "2019-06-02T10:00:00.000001Z")
                .containsEntry("local", "1969-12-31T23:59:59.999")
                .containsEntry("price", new BigDecimal("19.99"))
                .containsEntry("score", new BigDecimal("0.5"))
                .containsEntry("paid", true)
                .containsEntry("raw", "/wA=")
                .containsEntry("tags", Arrays.asList("ferries", null))
                .containsEntry("counts", Map.of("boats", 17))
                .containsEntry("meta", Map.of("lang", "en"))
                .containsEntry("plain", List.of(1, 2));
    }

    @Test
    void namesTheColumnsOfAFileWithoutDocuments() throws IOException {
        Path file = ParquetMaker.file(
                folder.resolve("boats.parquet"),
                "message boat { required binary name (STRING); required int32 length; }",
                2,
                CompressionCodecName.SNAPPY,
                (row, group) -> {
                    group.add("name", "Ada");
                    group.add("length", 12);
                });
        assertThat(read(file))
                .extracting(Input::toString)
                .containsExactly(file + ": has no column html or text; its columns are name, length");
    }

    @Test
    void refusesARowGroupThatIsTooLarge() throws IOException {
        Path file = ParquetMaker.file(
                folder.resolve("pages.parquet"), PLAIN, 100, CompressionCodecName.GZIP, ParquetRowsTest::page);
        List<Input> read =
                read(file.toString(), InputStream.nullInputStream(), Limits.DEFAULT.withMaxDocumentBytes(100));
        assertThat(read).hasSize(1);
        assertThat(read.get(0).toString()).contains("has a row group of").contains("raise the limit with --max-size");
    }

    @Test
    void keepsTheRowsBeforeADamage() throws IOException {
        Path file = ParquetMaker.file(
                folder.resolve("pages.parquet"), PLAIN, 3000, CompressionCodecName.SNAPPY, ParquetRowsTest::page);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 3000, (byte) 0x55);
        Files.write(file, bytes);
        List<Input> read = read(file);
        assertThat(read).hasSizeGreaterThan(100);
        assertThat(read.get(0)).isInstanceOf(Input.Document.class);
        assertThat(read.get(read.size() - 1).toString()).contains("is damaged, and the rows from here on are lost");
    }

    @Test
    void makesFailuresOfWhateverIsBroken() throws IOException {
        Path file = ParquetMaker.file(
                folder.resolve("pages.parquet"), PLAIN, 200, CompressionCodecName.SNAPPY, ParquetRowsTest::page);
        byte[] whole = Files.readAllBytes(file);
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] broken = Arrays.copyOf(whole, seed % 3 == 0 ? 5 + random.nextInt(whole.length - 5) : whole.length);
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                // The end tells where all else is.
                int from = random.nextBoolean() ? 4 : Math.max(4, broken.length - 400);
                broken[from + random.nextInt(broken.length - from)] = (byte) random.nextInt(256);
            }
            Files.write(file, broken);
            assertThat(read(file)).as("seed " + seed).isNotEmpty();
        }
    }

    private static void page(int row, Group group) {
        group.add("id", "page-" + row);
        group.add("text", "The harbour was closed on day " + row + ".");
        if (row % 2 == 1) {
            group.add("url", "https://harbour.example/" + row);
        }
    }

    private static List<Input> read(Path file) {
        return read(file.toString(), InputStream.nullInputStream(), Limits.DEFAULT);
    }

    private static List<Input> read(String input, InputStream stdin, Limits limits) {
        List<Input> read = new ArrayList<>();
        try (Inputs inputs = Inputs.of(List.of(input), stdin, limits)) {
            inputs.forEachRemaining(read::add);
        }
        return read;
    }
}
