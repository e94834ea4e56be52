package dev.winnow.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.render.Format;
import dev.winnow.rule.RuleException;
import dev.winnow.rule.load.RuleRoot;
import dev.winnow.source.Input;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another program calls, with public types alone. */
class PublicSeamsTest {

    private static final String PROSE = "The first ferry left the harbour on Sunday morning, the harbour master said.";

    private static final String PAGE =
            "<!DOCTYPE html><title>Ferries</title><h1>Ferry service resumes</h1><p>" + PROSE + "</p><p>Moor here</p>";

    private static final String RULES = """
            pack: common
            rules:
            - id: moor
              label: related
              line: Moor here
              examples:
              - hit: "⟦Moor here⟧"
              - miss: "Moor here, said the master."
            """;

    private static final Winnow WINNOW = Winnow.builder().build();

    // ---- documents ----

    @Test
    void makesADocumentOfHtml() {
        SourceDocument page = SourceDocument.html("a.html", PAGE);
        assertThat(WINNOW.clean(page).text()).contains(PROSE).doesNotContain("<p>");
        assertThat(page)
                .isEqualTo(SourceDocument.builder("a.html", SourceDocument.Form.HTML, PAGE)
                        .build());
    }

    @Test
    void buildsADocumentOfWhichMoreIsKnown() {
        SourceDocument page = SourceDocument.builder("a", SourceDocument.Form.TEXT, PROSE + "\uFFFD")
                .url("https://harbour-news.example/a")
                .decoded("windows-1252", List.of(new SourceDocument.Undecodable(PROSE.length(), "81")))
                .warnings(List.of("a byte is no text"))
                .extra(Map.of("shard", 7))
                .build()
                .withCrawled(LocalDate.of(2024, 5, 3));
        Article article = WINNOW.clean(page.toBuilder().build());
        assertThat(article.metadata().url()).isEqualTo("https://harbour-news.example/a");
        assertThat(article.extra()).isEqualTo(Map.of("shard", 7));
        assertThat(article.charset()).isEqualTo("windows-1252");
        assertThat(article.warnings()).contains("a byte is no text");
        assertThat(article.crawl()).isNotNull();
    }

    // ---- inputs ----

    @Test
    void readsAStreamUnderItsNameAndLeavesItOpen() {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream stream = new ByteArrayInputStream(PAGE.getBytes(UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        Input input = only(stream, "s3://bucket/a.html", Limits.DEFAULT);
        assertThat(input).isInstanceOfSatisfying(Input.Document.class, read -> {
            assertThat(read.document().id()).isEqualTo("s3://bucket/a.html");
            assertThat(read.document().form()).isEqualTo(SourceDocument.Form.HTML);
            assertThat(read.document().text()).isEqualTo(PAGE);
        });
        assertThat(closed).isFalse();
    }

    @Test
    void readsRecordsOfAStream() {
        byte[] records = "{\"id\":\"x\",\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n".getBytes(UTF_8);
        try (Inputs inputs = Inputs.of(new ByteArrayInputStream(records), "part-7.jsonl", Limits.DEFAULT)) {
            List<String> ids = new ArrayList<>();
            inputs.forEachRemaining(
                    input -> ids.add(((Input.Document) input).document().id()));
            assertThat(ids).hasSize(2).first().isEqualTo("x");
            assertThat(ids.get(1)).startsWith("part-7.jsonl");
        }
    }

    @Test
    void saysWhatIsWrongWithAStream() {
        Limits few = Limits.DEFAULT.withMaxDocumentBytes(10);
        Input input = only(new ByteArrayInputStream(PAGE.getBytes(UTF_8)), "a.html", few);
        assertThat(input)
                .isInstanceOf(Input.Failure.class)
                .asString()
                .startsWith("a.html: ")
                .contains("larger");
    }

    private static Input only(InputStream stream, String name, Limits limits) {
        try (Inputs inputs = Inputs.of(stream, name, limits)) {
            Input input = inputs.next();
            assertThat(inputs.hasNext()).isFalse();
            return input;
        }
    }

    // ---- rules ----

    @Test
    void takesRulesFromText() {
        Winnow winnow = Winnow.builder().rules("mine.yaml", RULES).build();
        assertThat(winnow.clean(PROSE + "\nMoor here\n").text()).isEqualTo(PROSE);
        assertThat(winnow.rules().digest()).isNotEqualTo(WINNOW.rules().digest());
    }

    @Test
    void namesTheTextInWhichARuleIsWrong() {
        assertThatThrownBy(() -> Winnow.builder()
                        .rules("mine.yaml", RULES.replace("related", "relatd"))
                        .build())
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("mine.yaml:4:");
    }

    @Test
    void takesRulesFromAFolderOfTheClassPath(@TempDir Path folder) throws IOException {
        Path rules = folder.resolve("classes/com/example/rules/common");
        Files.createDirectories(rules);
        Files.writeString(rules.resolve("moor.yaml"), RULES, UTF_8);
        assertTakesRulesFrom(folder.resolve("classes"));
    }

    @Test
    void takesRulesFromAJarOfTheClassPath(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("my rules.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry("com/example/rules/"));
            entries.putNextEntry(new JarEntry("com/example/rules/common/moor.yaml"));
            entries.write(RULES.getBytes(UTF_8));
            entries.putNextEntry(new JarEntry("com/example/other/broken.yaml"));
            entries.write("[".getBytes(UTF_8));
        }
        assertTakesRulesFrom(jar);
    }

    private static void assertTakesRulesFrom(Path classPath) throws IOException {
        URL[] urls = {classPath.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            Winnow winnow = Winnow.builder()
                    .rules(RuleRoot.classPath(loader, "com/example/rules"))
                    .build();
            assertThat(winnow.clean(PROSE + "\nMoor here\n").text()).isEqualTo(PROSE);
            assertThatThrownBy(() -> Winnow.builder()
                            .rules(RuleRoot.classPath(loader, "com/example/none"))
                            .build())
                    .isInstanceOf(RuleException.class)
                    .hasMessageContaining("com/example/none");
        }
    }

    // ---- output ----

    @Test
    void rendersAnArticleToAString() {
        Article article = WINNOW.clean(SourceDocument.html("a.html", PAGE));
        assertThat(Format.TEXT.render(article).strip()).isEqualTo(article.text());
        assertThat(Format.MARKDOWN.render(article)).startsWith("---\n").contains(PROSE);
        assertThat(Format.TEI.render(article)).startsWith("<?xml").contains("<TEI");
        assertThat(Format.JSONL.render(article))
                .startsWith("{\"id\":\"a.html\"")
                .doesNotContain("\"ledger\":");
        assertThat(Format.JSONL.render(article, Format.Detail.LEDGER)).contains("\"ledger\":[{");
        assertThatThrownBy(() -> Format.PARQUET.render(article)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void explainsAsJson() throws IOException {
        String json = Winnow.builder()
                .rules("mine.yaml", RULES)
                .build()
                .explain(SourceDocument.html("a.html", PAGE))
                .toJson();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            List<String> top = new ArrayList<>();
            while (parser.nextToken() != null) {
                if (parser.currentName() != null
                        && parser.getParsingContext().getParent() != null
                        && parser.getParsingContext().getParent().inRoot()
                        && !top.contains(parser.currentName())) {
                    top.add(parser.currentName());
                }
            }
            assertThat(top).containsExactly("article", "site", "site_misses", "conflicts", "lines");
        }
        assertThat(json)
                .contains("{\"article\":{\"id\":\"a.html\"", "\"labels\":[", "\"ledger\":[", "\"site\":null")
                .containsPattern(
                        "\"line\":1,\"text\":\"Moor here\",\"label\":\"related\",\"rule\":\"common/moor\",\"why\":\"[^\"]*\","
                                + "\"kept\":false,\"start\":" + PAGE.indexOf("Moor"));
    }
}
