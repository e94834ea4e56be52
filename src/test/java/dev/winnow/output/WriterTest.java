package dev.winnow.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.document.Article;
import dev.winnow.document.Label;
import dev.winnow.document.Presence;
import dev.winnow.document.SourceDocument;
import dev.winnow.document.Span;
import dev.winnow.document.TrackedText;
import dev.winnow.render.Articles;
import dev.winnow.render.Format;
import dev.winnow.render.Rendering;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {

    private static final Rendering TEXT = Rendering.inStream(Format.TEXT, Set.of());

    @TempDir
    Path folder;

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
                Presence.of(769),
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
        ArticleWriter writer = new FileWriter(TEXT, new PartFile(target, part, new FullDisk(real, 750_000)));
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        writer.write(Articles.of("d" + i, text));
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + target + ": the disk is full; make room or choose another place with -o."
                        + " The first 7 documents are complete in " + part);
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
                try (ArticleWriter writer =
                        new FileWriter(TEXT, new PartFile(folder.resolve("out"), part, new FullDisk(real, room)))) {
                    for (Article article : articles) {
                        writer.write(article);
                    }
                    assertThatThrownBy(writer::commit)
                            .hasMessageContaining("The first " + fit + " documents are complete in " + part);
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
