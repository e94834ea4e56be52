package dev.winnow.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.source.RefusedException;
import dev.winnow.source.RowFiles;
import dev.winnow.writer.ArticleWriter;
import dev.winnow.writer.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    void goesOnBehindItsLastGroupOfRows() throws IOException {
        List<Article> some = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            some.add(WINNOW.clean(SourceDocument.of("d" + i, ("Line " + i + ". ").repeat(100_000))));
        }
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            articles.add(some.get(i % 3));
        }
        Path whole = folder.resolve("whole.parquet");
        write(articles, Format.PARQUET, false, whole);
        Path broken = folder.resolve("broken.parquet");
        long saved = 0;
        int after = 0;
        try (ArticleWriter writer = open(broken)) {
            for (int i = 0; i < 70; i++) {
                writer.write(articles.get(i));
                if (writer.isSavable()) {
                    saved = writer.save();
                    after = i + 1;
                }
            }
        }
        assertThat(after).isBetween(10, 69);
        assertThat(records(folder.resolve("broken.parquet.part"))).hasSize(70);
        try (ArticleWriter writer = open(broken)) {
            writer.resume(after, saved);
            for (Article article : articles.subList(after, articles.size())) {
                writer.write(article);
            }
            long length = writer.end();
            writer.commit();
            assertThat(broken).hasSize(length);
        }
        assertThat(broken).hasSameBinaryContentAs(whole);
        assertThat(folder.resolve("broken.parquet.part.groups")).doesNotExist();
        assertThat(records(broken)).hasSize(80).last().extracting("id").isEqualTo("d1");
    }

    @Test
    void goesOnOnlyWithWhatIsThere() throws IOException {
        Path file = folder.resolve("out.parquet");
        Files.writeString(folder.resolve("out.parquet.part"), "x".repeat(100));
        Path groups = Files.write(folder.resolve("out.parquet.part.groups"), new byte[] {0, 0, 0, 9});
        try (ArticleWriter writer = open(file)) {
            assertThatThrownBy(() -> writer.resume(3, 90))
                    .hasMessageContaining(groups + " is not what the earlier run left");
        }
        try (ArticleWriter writer = open(file)) {
            writer.resume(0, 0);
            writer.commit();
        }
        assertThat(records(file)).isEmpty();
    }

    @Test
    void refusesAFileThatAnotherRunWrites() throws IOException {
        Path file = folder.resolve("out.parquet");
        try (ArticleWriter first = open(file)) {
            assertThatThrownBy(() -> open(file)).hasMessageContaining("another run is writing to it");
            first.commit();
        }
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(
                        () -> ArticleWriter.open(folder + "/", Format.PARQUET, false, OutputStream.nullOutputStream()))
                .hasMessageContaining(
                        "a Parquet file holds all articles; name one, for example " + folder + "/articles.parquet");
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
        SourceDocument record = new SourceDocument(
                "b",
                SourceDocument.Form.TEXT,
                "Ein \uFFFD Tag.",
                null,
                null,
                "windows-1252",
                List.of(new SourceDocument.Undecodable(4, "81")),
                List.of("a warning"),
                Map.of("nested", Map.of("list", List.of(1, 2))));
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
