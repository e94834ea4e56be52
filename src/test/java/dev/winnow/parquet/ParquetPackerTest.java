package dev.winnow.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.output.ArticleWriter;
import dev.winnow.render.Format;
import dev.winnow.source.RefusedException;
import dev.winnow.source.RowFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ParquetPackerTest {

    private static final Winnow WINNOW = Winnow.builder().build();

    @TempDir
    Path folder;

    @Test
    void holdsAllThatTheJsonHolds() throws IOException {
        List<Article> articles = articles();
        Path json = folder.resolve("out.jsonl");
        Path parquet = folder.resolve("out.parquet");
        write(articles, Format.JSONL, true, json);
        write(articles, Format.PARQUET, true, parquet);
        List<Map<String, Object>> rows = records(parquet);
        assertThat(rows).hasSize(articles.size()).isEqualTo(records(json));
        assertThat(rows.get(0)).containsKeys("metadata", "winnow", "ledger");
        assertThat(folder.resolve("out.parquet.part")).doesNotExist();
    }

    @Test
    void hasAColumnForEveryFieldOfTheJson() throws IOException {
        Path json = folder.resolve("out.jsonl");
        write(articles(), Format.JSONL, true, json);
        for (Map<String, Object> article : records(json)) {
            assertThat(ArticleSchema.TYPE.getFields()).extracting("name").containsAll(article.keySet());
            for (String group : List.of("metadata", "winnow")) {
                assertThat(ArticleSchema.TYPE.getType(group).asGroupType().getFields())
                        .extracting("name")
                        .containsAll(((Map<?, ?>) article.get(group))
                                .keySet().stream().map(String.class::cast).toList());
            }
        }
    }

    @Test
    void leavesTheLedgerOutUnlessAsked() throws IOException {
        Path parquet = folder.resolve("out.parquet");
        write(articles(), Format.PARQUET, false, parquet);
        assertThat(records(parquet)).allSatisfy(row -> assertThat(row).doesNotContainKey("ledger"));
    }

    @Test
    void goesToAStreamToo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArticleWriter writer = ArticleWriter.open("-", Format.PARQUET, false, out)) {
            writer.write(articles().get(0));
            writer.commit();
        }
        Path file = Files.write(folder.resolve("stream.parquet"), out.toByteArray());
        assertThat(records(file)).hasSize(1);
    }

    @Test
    void leavesAReadablePartWhereARunBreaksOff() throws IOException {
        Path parquet = folder.resolve("out.parquet");
        try (ArticleWriter writer = open(parquet)) {
            writer.write(articles().get(0));
        }
        assertThat(parquet).doesNotExist();
        assertThat(records(folder.resolve("out.parquet.part"))).hasSize(1);
    }

    @Test
    void cannotGoOnWithASingleFile() throws IOException {
        try (ArticleWriter writer = open(folder.resolve("out.parquet"))) {
            assertThat(writer.save()).isEqualTo(ArticleWriter.NOT_RESUMABLE);
            assertThatThrownBy(() -> writer.resume(3, 90)).hasMessageContaining("for Parquet for -o FOLDER/");
        }
    }

    @Test
    void makesAFolderOfPartsOfAllThatIsNotNamedAsAFile() throws IOException {
        for (String target : List.of("slash/", "bare", "some.parquet/", "UPPER.PARQUET")) {
            try (ArticleWriter writer =
                    ArticleWriter.open(folder + "/" + target, Format.PARQUET, false, OutputStream.nullOutputStream())) {
                writer.write(articles().get(0));
                writer.commit();
            }
            Path file = folder.resolve(target);
            assertThat(records(Files.isDirectory(file) ? file.resolve("part-00000.parquet") : file))
                    .hasSize(1);
        }
        assertThat(folder.resolve("UPPER.PARQUET")).isRegularFile();
    }

    @Test
    void beginsAPartAfterSoManyArticles() throws IOException {
        Path out = folder.resolve("out");
        write(tiny(25_000), out);
        assertThat(names(out)).containsExactly("part-00000.parquet", "part-00001.parquet", "part-00002.parquet");
        assertThat(records(out.resolve("part-00000.parquet"))).hasSize(10_000);
        assertThat(records(out.resolve("part-00002.parquet"))).hasSize(5_000);
    }

    @Test
    void beginsAPartAfterSoMuchJson() throws IOException {
        Path out = folder.resolve("out");
        Article large = WINNOW.clean(SourceDocument.of("large", "A line of words. ".repeat(1_000_000)));
        write(Collections.nCopies(5, large), out);
        assertThat(names(out)).containsExactly("part-00000.parquet", "part-00001.parquet");
    }

    @Test
    void writesPageIndexes() throws IOException {
        Path out = folder.resolve("out.parquet");
        write(articles(), Format.PARQUET, true, out);
        try (ParquetFileReader reader = ParquetFileReader.open(
                new ChannelInput(Files.newByteChannel(out)),
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build())) {
            for (ColumnChunkMetaData column : reader.getRowGroups().get(0).getColumns()) {
                assertThat(reader.readOffsetIndex(column)).isNotNull();
            }
        }
    }

    @Test
    void tellsTheColumnsWhereThereIsNoArticle() throws IOException {
        Path out = folder.resolve("out");
        write(List.of(), out);
        assertThat(records(out.resolve("part-00000.parquet"))).isEmpty();
        assertThat(names(out)).containsExactly("part-00000.parquet");
    }

    @Test
    void goesOnBehindTheLastWholePart() throws IOException {
        List<Article> articles = tiny(35_000);
        Path whole = folder.resolve("whole");
        write(articles, whole);
        Path broken = folder.resolve("broken");
        long saved = 0;
        int after = 0;
        try (ArticleWriter writer = open(broken)) {
            for (int i = 0; i < 34_000; i++) {
                writer.write(articles.get(i));
                if (writer.isSavable() && i < 29_000) {
                    saved = writer.save();
                    after = i + 1;
                }
            }
        }
        assertThat(after).isEqualTo(20_000);
        assertThat(names(broken)).containsExactly("part-00000.parquet", "part-00001.parquet", "part-00002.parquet");
        try (ArticleWriter writer = open(broken)) {
            writer.resume(after, saved);
            for (Article article : articles.subList(after, articles.size())) {
                writer.write(article);
            }
            writer.commit();
        }
        assertThat(names(broken)).isEqualTo(names(whole));
        for (String part : names(whole)) {
            assertThat(broken.resolve(part)).hasSameBinaryContentAs(whole.resolve(part));
        }
    }

    @Test
    void goesOnOnlyWithThePartsThatWereLeft() throws IOException {
        Path out = folder.resolve("out");
        write(tiny(20_001), out);
        long first = Files.size(out.resolve("part-00000.parquet"));
        for (long other : List.of(first - 1, first + 1, Long.MAX_VALUE)) {
            try (ArticleWriter writer = open(out)) {
                assertThatThrownBy(() -> writer.resume(10_000, other))
                        .hasMessageContaining("are not those of the earlier run; start over with --restart");
            }
        }
    }

    @Test
    void keepsTheEarlierPartsUntilOneOfItsOwnIsWhole() throws IOException {
        Path out = folder.resolve("out");
        write(tiny(20_001), out);
        Path foreign = Files.writeString(out.resolve("part-00007-of-others.parquet"), "x");
        try (ArticleWriter writer = open(out)) {
            writer.write(articles().get(0));
            assertThat(names(out)).hasSize(4);
        }
        assertThat(names(out)).hasSize(4);
        write(articles(), out);
        assertThat(names(out))
                .containsExactly("part-00000.parquet", foreign.getFileName().toString());
    }

    @Test
    void endsWhereSomebodyTookItsLockAway() throws IOException {
        Path out = folder.resolve("out");
        try (ArticleWriter writer = open(out)) {
            writer.write(articles().get(0));
            Files.delete(out.resolve(".winnow/lock"));
            assertThatThrownBy(writer::commit).hasMessageContaining("was removed, renamed, replaced or changed");
        }
        assertThat(names(out)).isEmpty();
    }

    @Test
    void refusesWhatAnotherRunWrites() throws IOException {
        for (String name : List.of("out.parquet", "out")) {
            Path file = folder.resolve(name);
            try (ArticleWriter first = open(file)) {
                assertThatThrownBy(() -> open(file)).hasMessageContaining("another run is writing to it");
                first.commit();
            }
        }
    }

    private static List<Article> articles() {
        SourceDocument page = SourceDocument.of("a", """
                        date 2019-06-02 WORLD
                        4 MIN READ
                        Ferry service resumes after storm
                        By Staff Reporter

                        The first ferry left the harbour on Sunday morning, and it carried seventeen passengers.
                        It returned at noon, the captain said, without having seen a single seal.
                        SOURCE: TRT World and agencies
                        Explore
                        Cat elected mayor of small island
                        """)
                .withUrl("https://www.trtworld.com/world/ferry-17")
                .withCrawled(LocalDate.of(2025, 1, 2));
        SourceDocument record = SourceDocument.builder("b", SourceDocument.Form.TEXT, "Ein \uFFFD Tag.")
                .decoded("windows-1252", List.of(new SourceDocument.Undecodable(4, "81")))
                .warnings(List.of("a warning"))
                .extra(Map.of("nested", Map.of("list", List.of(1, 2))))
                .build();
        return List.of(WINNOW.clean(page), WINNOW.clean(record), WINNOW.clean(SourceDocument.of("c", "")));
    }

    private static void write(List<Article> articles, Format format, boolean ledger, Path to) throws IOException {
        try (ArticleWriter writer =
                ArticleWriter.open(to.toString(), format, ledger, OutputStream.nullOutputStream())) {
            for (Article article : articles) {
                writer.write(article);
            }
            writer.commit();
        }
    }

    private static void write(List<Article> articles, Path folder) throws IOException {
        write(articles, Format.PARQUET, false, folder);
    }

    private static List<Article> tiny(int count) {
        List<Article> some = IntStream.range(0, 7)
                .mapToObj(i -> WINNOW.clean(SourceDocument.of("d" + i, "Line " + i)))
                .toList();
        return IntStream.range(0, count).mapToObj(i -> some.get(i % 7)).toList();
    }

    /** What can be seen in a folder. */
    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static ArticleWriter open(Path file) throws IOException {
        return ArticleWriter.open(file.toString(), Format.PARQUET, false, OutputStream.nullOutputStream());
    }

    /** The rows or lines of a file as they stand there, without fields that are null: columns do not hold these. */
    private static List<Map<String, Object>> records(Path file) throws IOException {
        List<Map<String, Object>> records = new ArrayList<>();
        boolean lines = file.toString().endsWith(".jsonl");
        for (String json : lines ? Files.readAllLines(file) : rows(file)) {
            // JSON is YAML.
            Object record = new Load(LoadSettings.builder().build()).loadFromString(json);
            records.add(withoutNulls((Map<?, ?>) record));
        }
        return records;
    }

    private static List<String> rows(Path file) throws IOException {
        List<String> rows = new ArrayList<>();
        try (RowFiles.Rows all = new ParquetRows().open(Files.newByteChannel(file), Set.of("text"), 1L << 30)) {
            for (byte[] row = all.next(); row != null; row = all.next()) {
                rows.add(new String(row, UTF_8));
            }
        } catch (RefusedException refused) {
            throw new IOException(refused);
        }
        return rows;
    }

    private static Map<String, Object> withoutNulls(Map<?, ?> map) {
        Map<String, Object> some = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner && key.equals("extra")) {
                some.put("extra", inner.toString());
            } else if (value instanceof Map<?, ?> inner) {
                some.put((String) key, withoutNulls(inner));
            } else if (value instanceof List<?> list) {
                some.put(
                        (String) key,
                        list.stream()
                                .map(item -> item instanceof Map<?, ?> inner ? withoutNulls(inner) : item)
                                .toList());
            } else if (key.equals("extra") && value instanceof String json) {
                some.put("extra", json.replace("\"", "").replace(":", "=").replace(",", ", "));
            } else if (Objects.nonNull(value)) {
                some.put((String) key, value);
            }
        });
        return some;
    }
}
