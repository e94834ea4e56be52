package dev.winnow.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.Label;
import dev.winnow.document.Ledger;
import dev.winnow.document.Metadata;
import dev.winnow.document.Policy;
import dev.winnow.fixture.ExampleRunner;
import dev.winnow.normalize.Normalizer;
import dev.winnow.render.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README and its neighbours show is what happens: code compiles, runs and is the code here. */
class ReadmeExamplesTest {

    private static final Path README = Path.of("README.md");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Path HERE = Path.of("src/test/java/dev/winnow/api/ReadmeExamplesTest.java");

    @Test
    void usesTheLibraryInFiveLines() throws IOException {
        String page = "Ferry service resumes\n\nThe first ferry left the harbour on Sunday morning.\n";
        // README
        Winnow winnow = Winnow.builder().build();
        Article article = winnow.clean(page);
        String text = article.text();
        Metadata metadata = article.metadata();
        List<Ledger.Entry> changes = article.ledger().entries();
        // end
        assertThat(text).endsWith("The first ferry left the harbour on Sunday morning.");
        assertThat(metadata.authors()).isEmpty();
        assertThat(changes).isNotEmpty();
        assertThat(block("java")).isEqualTo(between("        // README\n", "        // end\n"));
    }

    @Test
    void namesThePackages() throws IOException {
        String contributing = Files.readString(Path.of("CONTRIBUTING.md"), UTF_8);
        try (Stream<Path> packages = Files.list(Path.of("src/main/java/dev/winnow"))) {
            assertThat(packages.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(name -> assertThat(contributing).contains("| `" + name + "` |"));
        }
    }

    @Test
    void listsWhatThereIs() throws IOException {
        String readme = Files.readString(README, UTF_8).replaceAll("\\s+", " ");
        String output = Files.readString(Path.of("docs/output.md"), UTF_8).replaceAll("\\s+", " ");
        for (Label.Group group : Label.Group.values()) {
            assertThat(output)
                    .contains(Arrays.stream(Label.values())
                            .filter(label -> label.group() == group)
                            .map(label -> "`" + label.key() + "`")
                            .collect(Collectors.joining(" ")));
        }
        String formats = readme.substring(readme.indexOf("**Out** (`--format`)"));
        assertThat(quoted(formats.substring(formats.indexOf(':'), formats.indexOf("`annotated`") + 11)))
                .containsExactlyInAnyOrderElementsOf(Format.keys());
        Policy.named().stream()
                .filter(policy -> !policy.equals(Policy.ARTICLE))
                .forEach(policy -> assertThat(readme).contains("`--policy " + policy.name() + "`"));
        Normalizer.builtIn().stream()
                .filter(step -> !Normalizer.standard().names().contains(step))
                .forEach(step -> assertThat(readme).containsPattern("`--with [a-z,]*" + step));
    }

    private static List<String> quoted(String text) {
        return Pattern.compile("`([^`]+)`")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void cleansThePageAtTheTop() throws IOException {
        List<String> rows = block("text").lines().skip(1).toList();
        int right = block("text").lines().findFirst().orElse("").indexOf("what comes out");
        String before =
                rows.stream().map(row -> row.substring(0, right).strip()).collect(Collectors.joining("\n", "", "\n"));
        List<String> after = rows.stream().map(row -> row.substring(right)).toList();
        Article article = Winnow.builder().build().clean(before);
        assertThat(article.text())
                .isEqualTo(after.stream()
                        .filter(row -> rows.stream().anyMatch(other -> other.startsWith(row)))
                        .collect(Collectors.joining("\n\n")));
        Metadata metadata = article.metadata();
        assertThat(after)
                .contains(
                        "published: " + metadata.published() + ", section: " + metadata.section(),
                        "title: " + metadata.title(),
                        "agency: " + metadata.agency());
    }

    @Test
    void describesASiteThatWorks(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("harbour-news.example.yaml"), block("yaml"), UTF_8);
        Winnow winnow = Winnow.builder().rules(folder).build();
        assertThat(new ExampleRunner(winnow).run())
                .filteredOn(result -> result.rule().id().startsWith("harbour-news.example/"))
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.problems()).isEmpty());
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(README, Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")));
        for (String folder : List.of("docs", "rules")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        for (Path page : pages) {
            List<String> links = LINK.matcher(Files.readString(page, UTF_8))
                    .results()
                    .map(found -> found.group(1))
                    .filter(link -> !link.contains(":"))
                    .toList();
            for (String link : links) {
                Path target = link.startsWith("#") ? page : page.resolveSibling(link.replaceFirst("#.*", ""));
                assertThat(target).as("%s links to %s", page, link).exists();
                if (link.contains("#")) {
                    assertThat(anchors(target)).as("%s", page).contains(link.substring(link.indexOf('#') + 1));
                }
            }
        }
    }

    /** The anchors that GitHub gives the headings of a page. */
    private static List<String> anchors(Path page) throws IOException {
        return Files.readAllLines(page, UTF_8).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** The first block of a language in the README, without its indentation. */
    private static String block(String language) throws IOException {
        List<String> lines = Files.readAllLines(README, UTF_8);
        int start = 0;
        while (!lines.get(start).strip().equals("```" + language)) {
            start++;
        }
        String indent = lines.get(start).substring(0, lines.get(start).indexOf('`'));
        StringBuilder block = new StringBuilder();
        for (int i = start + 1; !lines.get(i).equals(indent + "```"); i++) {
            block.append(lines.get(i)
                            .substring(Math.min(indent.length(), lines.get(i).length())))
                    .append('\n');
        }
        return block.toString();
    }

    private static String between(String before, String after) throws IOException {
        String source = Files.readString(HERE, UTF_8);
        int start = source.indexOf(before) + before.length();
        return source.substring(start, source.indexOf(after, start)).replaceAll("(?m)^ {8}", "");
    }
}
