package dev.winnow.writer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.document.Article;
import dev.winnow.document.Crawl;
import dev.winnow.document.Edit;
import dev.winnow.document.Label;
import dev.winnow.document.Reason;
import dev.winnow.document.SourceDocument;
import dev.winnow.document.Span;
import dev.winnow.document.TrackedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {

    @TempDir
    Path folder;

    @Test
    void writesTheContractedFields() throws IOException {
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("n", Arrays.asList(1, new BigDecimal("1.50"), null, true, Map.of("x", "y"), Double.NaN));
        SourceDocument source = SourceDocument.builder("a.txt", SourceDocument.Form.TEXT, "Latest\nBody \ud800.")
                .crawl(new Crawl("2019-06-03T01:02:03Z", new Crawl.Warc("a.warc.gz", 17L, null)))
                .decoded("windows-1252", List.of(new SourceDocument.Undecodable(12, "81")))
                .warnings(List.of("a warning"))
                .extra(extra)
                .build();
        TrackedText tracked = TrackedText.of(source.text())
                .apply(List.of(
                        new Edit(0, 7, "", new Reason("common/latest", Label.RELATED, "names it")),
                        new Edit(11, 12, "\t", new Reason("normalize/spaces", null, "space"))));
        assertThat(json(Articles.of(source, tracked, Articles.MUCH_KNOWN, 0.61996), true))
                .isEqualTo(
                        "{\"id\":\"a.txt\",\"text\":\"Body\\t\\ud800.\",\"source\":\"example.org\",\"created\":\"2019-06-02\",\"added\":\"2019-06-03T01:02:03Z\","
                                + "\"metadata\":{\"title\":\"Ferry \\\"resumes\\\"\",\"description\":\"After the storm\","
                                + "\"authors\":[\"Ada Moor\",\"Ben Hill\"],\"published\":\"2019-06-02T08:49:00+04:00\",\"modified\":null,"
                                + "\"section\":\"WORLD\",\"tags\":[\"ferries\"],\"language\":\"en\",\"site\":\"example.org\","
                                + "\"site_name\":\"Example\",\"url\":\"https://example.org/a\",\"crawled\":\"2019-06-03T01:02:03Z\","
                                + "\"warc\":{\"file\":\"a.warc.gz\",\"offset\":17,\"record_id\":null},\"place\":\"HARBOUR TOWN\","
                                + "\"dateline_date\":\"--06-02\",\"agency\":\"AP\",\"images\":[{\"caption\":\"The ferry\",\"credit\":null}],"
                                + "\"credits\":[\"AP\"],\"reading_minutes\":3,\"evidence\":{\"title\":\"example.org/header\"},"
                                + "\"undecided\":{\"modified\":{\"raw\":\"03/04/2019\",\"candidates\":[\"2019-04-03\",\"2019-03-04\"]}},"
                                + "\"extra\":{\"n\":[1,1.50,null,true,{\"x\":\"y\"},null]}},"
                                + "\"winnow\":{\"version\":\"" + Version.current()
                                + "\",\"rules\":\"sha256:0\",\"kept\":0.62,"
                                + "\"warnings\":[\"a warning\"],\"charset\":\"windows-1252\"},"
                                + "\"ledger\":[{\"op\":\"decode\",\"start\":0,\"end\":0,\"rule\":\"source/reading\","
                                + "\"why\":\"a warning\"},{\"op\":\"drop\",\"start\":0,\"end\":7,\"label\":\"related\",\"rule\":\"common/latest\","
                                + "\"why\":\"names it\",\"text\":\"Latest\\n\"},{\"op\":\"replace\",\"start\":11,\"end\":12,"
                                + "\"rule\":\"normalize/spaces\",\"why\":\"space\",\"text\":\" \",\"with\":\"\\t\"},"
                                + "{\"op\":\"decode\",\"start\":12,\"end\":13,\"rule\":\"source/charset\",\"bytes\":\"81\"}]}\n");
    }

    @Test
    void absentValuesAreNullOrEmpty() throws IOException {
        assertThat(json(Articles.of("x", ""), false))
                .isEqualTo(
                        "{\"id\":\"x\",\"text\":\"\",\"source\":null,\"created\":null,\"added\":null,\"metadata\":{\"title\":null,"
                                + "\"description\":null,\"authors\":[],\"published\":null,\"modified\":null,\"section\":null,\"tags\":[],"
                                + "\"language\":null,\"site\":null,\"site_name\":null,\"url\":null,\"crawled\":null,\"place\":null,\"dateline_date\":null,"
                                + "\"agency\":null,\"images\":[],\"credits\":[],\"reading_minutes\":null,\"evidence\":{}},"
                                + "\"winnow\":{\"version\":\"" + Version.current()
                                + "\",\"rules\":\"sha256:0\",\"kept\":1.0,\"warnings\":[]}}\n");
    }

    @Test
    void createdIsTheDayOrNothing() {
        assertThat(JsonRenderer.day("2017-04-13T01:00:00Z")).isEqualTo("2017-04-13");
        assertThat(JsonRenderer.day("2017-04-13")).isEqualTo("2017-04-13");
        assertThat(JsonRenderer.day("--04-13")).isNull();
        assertThat(JsonRenderer.day("2017-04")).isNull();
        assertThat(JsonRenderer.day("04/13/2017")).isNull();
    }

    @Test
    void knowsItsVersion() {
        assertThat(Version.current()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void encodesLikeTheJdkWhateverTheString() {
        Random random = new Random(5);
        Utf8Buffer buffer = new Utf8Buffer();
        for (int round = 0; round < 300; round++) {
            String text = Articles.strange(random, round % 10 == 0 ? 20_000 : 30);
            StringBuilder whole = new StringBuilder();
            text.codePoints().forEach(p -> whole.appendCodePoint(p >= 0xD800 && p < 0xE000 ? 0xFFFD : p));
            buffer.clear();
            buffer.text(text);
            assertThat(Arrays.equals(buffer.toByteArray(), whole.toString().getBytes(UTF_8)))
                    .isTrue();
            buffer.clear();
            buffer.json(text);
            String json = new String(buffer.toByteArray(), UTF_8);
            assertThat(Arrays.equals(json.getBytes(UTF_8), buffer.toByteArray()))
                    .isTrue();
            assertThat(json.chars().allMatch(c -> c >= ' ' && c != 0x85 && c != 0x2028 && c != 0x2029))
                    .isTrue();
        }
    }

    @Test
    void markdownEscapesWhatIsNoMarkup() throws IOException {
        Span span = new Span(0, 1);
        Article article = Articles.of(SourceDocument.of("a", "x"), TrackedText.of("x"), Articles.MUCH_KNOWN, 1);
        article = new Article(
                "a",
                "",
                List.of(
                        new Article.Paragraph("# not a *heading*", Label.BODY, span),
                        new Article.Paragraph("The road", Label.HEADING, span),
                        new Article.Paragraph("• one", Label.LIST, span),
                        new Article.Paragraph("two", Label.LIST, span),
                        new Article.Paragraph("2017. A year <b>&amp; R&D", Label.BODY, span),
                        new Article.Paragraph("So it goes", Label.QUOTE, span)),
                List.of(),
                article.metadata(),
                article.ledger(),
                1,
                "",
                List.of(),
                null,
                List.of(),
                Map.of(),
                null);
        String markdown = stream(Format.MARKDOWN, article);
        assertThat(markdown)
                .startsWith("---\nid: \"a\"\ntitle: \"Ferry \\\"resumes\\\"\"\n")
                .doesNotContain("\nmodified:");
        assertThat(markdown)
                .endsWith("---\n\n\\# not a \\*heading\\*\n\n## The road\n\n- one\n- two\n\n"
                        + "2017\\. A year \\<b>\\&amp; R\\&D\n\n> So it goes\n");
    }

    @Test
    void streamsSeparateDocuments() throws IOException {
        Article one = Articles.of("one", "A\n\nB");
        Article two = Articles.of("two", "C\ud800");
        assertThat(stream(Format.TEXT, one, two)).isEqualTo("A\n\nB\n\n\nC\uFFFD\n");
        assertThat(stream(Format.ANNOTATED, one, two))
                .isEqualTo("# one\nbody\tshape\tA\nbody\tshape\tB\n\n# two\nbody\tshape\tC\uFFFD\n");
    }

    @Test
    void annotatedLinesStayLines() throws IOException {
        assertThat(stream(Format.ANNOTATED, Articles.of("a\nb", "A\r\u0085\u2028\f\tB")))
                .isEqualTo("# a b\nbody\tshape\tA    \tB\n");
    }

    @Test
    void aFileAppearsWholeOrNotAtAll() throws IOException {
        Path file = folder.resolve("new/out.jsonl");
        try (ArticleWriter writer = open(file.toString(), Format.JSONL)) {
            writer.write(Articles.of("one", "A"));
            assertThat(file).doesNotExist();
            writer.commit();
        }
        assertThat(Files.readString(file)).startsWith("{\"id\":\"one\"").endsWith("}\n");
        assertThat(names()).containsExactly("new/out.jsonl");

        try (ArticleWriter writer = open(file.toString(), Format.JSONL)) {
            writer.write(Articles.of("two", "B"));
        }
        assertThat(Files.readString(file)).contains("\"one\"");
        assertThat(Files.readString(folder.resolve("new/out.jsonl.part")))
                .startsWith("{\"id\":\"two\"")
                .endsWith("}\n");

        try (ArticleWriter writer = open(file.toString(), Format.JSONL)) {
            writer.commit();
        }
        assertThat(Files.readString(file)).isEmpty();
    }

    @Test
    void documentsAlreadyWrittenStayWholeWhenTheDiskIsFull() throws IOException {
        Path target = folder.resolve("out.txt");
        Path part = folder.resolve("out.txt.part");
        FileChannel real = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        String text = "x".repeat(100_000);
        ArticleWriter writer =
                new FileWriter(new TextRenderer(), new PartFile(target, part, new FullDisk(real, 750_000)));
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        writer.write(Articles.of("d" + i, text));
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + target + ": the disk is full; make room or choose another place with -o."
                        + " The first 7 documents are whole in " + part);
        writer.close();
        assertThat(Files.readString(part))
                .isEqualTo(String.join("\n\n\n", java.util.Collections.nCopies(7, text)) + "\n");
        assertThat(target).doesNotExist();
    }

    /** Small articles are written together, so that the disk fills up among them. */
    @Test
    void keepsEveryArticleThatStillFitsOnTheDisk() throws IOException {
        Article[] articles = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> Articles.of("d" + i, "x".repeat(i)))
                .toArray(Article[]::new);
        for (int fit = 1; fit < articles.length; fit++) {
            String some = stream(Format.TEXT, Arrays.copyOf(articles, fit));
            int more = stream(Format.TEXT, Arrays.copyOf(articles, fit + 1)).length();
            for (int room = some.length(); room < more; room++) {
                Path part = folder.resolve("out.part");
                FileChannel real = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                try (ArticleWriter writer = new FileWriter(
                        new TextRenderer(), new PartFile(folder.resolve("out"), part, new FullDisk(real, room)))) {
                    for (Article article : articles) {
                        writer.write(article);
                    }
                    assertThatThrownBy(writer::commit)
                            .hasMessageContaining("The first " + fit + " documents are whole in " + part);
                }
                assertThat(part).hasContent(some);
                Files.delete(part);
            }
        }
    }

    @Test
    void devicesAreWrittenStraight() throws IOException {
        Path full = Path.of("/dev/full");
        if (!Files.exists(full)) {
            return;
        }
        ArticleWriter writer = open("/dev/full", Format.TEXT);
        writer.write(Articles.of("one", "A"));
        assertThatThrownBy(writer::commit).hasMessageContaining("cannot write /dev/full: the disk is full");
    }

    @Test
    void whereNothingCanBeWrittenIsNamed() throws IOException {
        Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> open(folder + "/file/out.jsonl", Format.JSONL))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder + "/file/out.jsonl");
    }

    @Test
    void aFolderKeepsTheStructureOfIds() throws IOException {
        try (ArticleWriter writer = open(folder + "/out/", Format.JSONL)) {
            for (String id : List.of("a.txt", "site/b.html", "a.md", "site/2017.04", "A.txt")) {
                writer.write(Articles.of(id, "text"));
            }
            writer.commit();
        }
        assertThat(names())
                .containsExactly(
                        "out/A-3.jsonl", "out/a-2.jsonl", "out/a.jsonl", "out/site/2017.04.jsonl", "out/site/b.jsonl");
    }

    @Test
    void aMillionLinesAreWritten() throws IOException {
        String text = "x\n\n".repeat(1_000_000);
        assertThat(stream(Format.TEXT, Articles.of("many", text))).hasSize(text.length() + 1);
    }

    private static ArticleWriter open(String target, Format format) throws IOException {
        return ArticleWriter.open(target, format, true, OutputStream.nullOutputStream());
    }

    private static String json(Article article, boolean ledger) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArticleWriter writer = ArticleWriter.open(null, Format.JSONL, ledger, out)) {
            writer.write(article);
        }
        return out.toString(UTF_8);
    }

    private static String stream(Format format, Article... articles) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArticleWriter writer = ArticleWriter.open("-", format, false, out)) {
            for (Article article : articles) {
                writer.write(article);
            }
            writer.commit();
        }
        return out.toString(UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** Takes some bytes and then no more, in the middle of a write. */
    private record FullDisk(SeekableByteChannel to, long size) implements SeekableByteChannel {
        @Override
        public int write(ByteBuffer bytes) throws IOException {
            long room = size - to.position();
            if (room <= 0) {
                throw new IOException("No space left on device");
            }
            int some = (int) Math.min(room, Math.min(bytes.remaining(), 70_000));
            ByteBuffer slice = bytes.slice().limit(some);
            bytes.position(bytes.position() + some);
            return to.write(slice);
        }

        @Override
        public SeekableByteChannel truncate(long length) throws IOException {
            to.truncate(length);
            return this;
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return to.read(bytes);
        }

        @Override
        public long position() throws IOException {
            return to.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            to.position(position);
            return this;
        }

        @Override
        public boolean isOpen() {
            return to.isOpen();
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }
}
