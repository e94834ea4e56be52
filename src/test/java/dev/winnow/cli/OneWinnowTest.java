package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.audit.AuditSample;
import dev.winnow.audit.LineLabels;
import dev.winnow.fixture.FixtureCase;
import dev.winnow.fixture.FixtureRunner;
import dev.winnow.output.ArticleWriter;
import dev.winnow.render.Format;
import dev.winnow.restore.Cleaned;
import dev.winnow.restore.Restore;
import dev.winnow.source.Input;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands do what programs get from {@code Winnow.builder().build()}, on all fixtures and a page that needs word lists. */
class OneWinnowTest {

    /** Hyphens at line ends, of which only the word lists tell which one belongs to its word. */
    private static final String HYPHENS = """
            The gates of the lock at Marhaven were forged by the smiths of the nineteen-
            thirties, when nobody asked for a second offer, and they have seen more com-
            mittees than floods. An engineer from the ministry measured them for a week
            and told the keeper that they would do for another thirty years, if someone
            took the trouble to paint them, which is what the keeper had said for years.
            """;

    private static final String FIXTURES = "fixtures/**/source.*";

    private static final Winnow LIBRARY = Winnow.builder().build();

    @TempDir
    Path folder;

    private List<String> inputs() throws IOException {
        Path hyphens = Files.writeString(folder.resolve("hyphens.txt"), HYPHENS);
        return List.of(FIXTURES, hyphens.toString());
    }

    private Cli.Ran run(List<String> command) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(inputs());
        return Cli.winnow(all.toArray(String[]::new));
    }

    private List<Input.Document> documents() throws IOException {
        List<Input.Document> documents = new ArrayList<>();
        try (Inputs read = Inputs.of(inputs(), InputStream.nullInputStream(), Limits.DEFAULT)) {
            read.forEachRemaining(input -> documents.add((Input.Document) input));
        }
        return documents;
    }

    @Test
    void cleansAsTheLibraryDoes() throws IOException {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        try (ArticleWriter writer = ArticleWriter.open(null, Format.JSONL, true, expected)) {
            for (Input.Document document : documents()) {
                writer.write(LIBRARY.clean(document.document()));
            }
            writer.commit();
        }
        assertThat(run(List.of("clean", "--ledger")).out()).isEqualTo(expected.toString(UTF_8));
    }

    @Test
    void explainsAsTheLibraryDoes() throws IOException {
        InputStream none = InputStream.nullInputStream();
        OutputStream nowhere = OutputStream.nullOutputStream();
        int width = new Console(none, nowhere, nowhere, Map.of(), "").width();
        ExplainView view = new ExplainView(new Style(false), width, false);
        List<String> shown = new ArrayList<>();
        for (Input.Document document : documents()) {
            shown.add(view.show(document.origin(), document.document(), LIBRARY.explain(document.document())));
        }
        assertThat(run(List.of("explain")).out()).isEqualTo(String.join("\n\n", shown));
    }

    @Test
    void testsFixturesAsTheLibraryDoes() throws IOException {
        Path root = folder.resolve("fixtures");
        Path page = root.resolve("hyphens");
        Files.createDirectories(page);
        Files.writeString(page.resolve("source.txt"), HYPHENS);
        FixtureCase fixture = FixtureCase.find(root).get(0);
        new FixtureRunner(LIBRARY).update(fixture);
        assertThat(Cli.winnow("test", "--fixtures", root.toString(), "--only", "hyphens"))
                .satisfies(ran -> assertThat(ran.out()).contains("1 fixture: 1 hold"))
                .satisfies(ran -> assertThat(ran.exit()).isZero());
    }

    @Test
    void auditsAsTheLibraryDoes() throws Exception {
        byte[] articles = run(List.of("clean", "--ledger")).bytes();
        Path file = Files.write(folder.resolve("articles.jsonl"), articles);
        AuditSample sample = new AuditSample(1, new LineLabels(LIBRARY));
        try (Restore records = Restore.of(new ByteArrayInputStream(articles), "articles")) {
            for (Cleaned record = records.nextCleaned(); record != null; record = records.nextCleaned()) {
                sample.add(record);
            }
        }
        assertThat(Cli.winnow("audit", file.toString()).out())
                .isEqualTo(sample.draw(200).csv());
    }
}
