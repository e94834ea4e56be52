package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.winnow.document.Label;
import dev.winnow.document.Policy;
import dev.winnow.document.Presence;
import dev.winnow.document.Presence.Verdict;
import dev.winnow.document.SourceDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Pages of many kinds, with an article ({@code yes-…}), without one ({@code none-…}), and with one that is so short that nobody can
 * tell it from a notice ({@code short-…}).
 */
class PresenceReaderTest {

    private static final Path PAGES = Path.of("src/test/resources/dev/winnow/presence");

    private static final Winnow WINNOW = Winnow.builder().build();

    private static final String PROSE =
            "The first ferry left the harbour on Sunday morning with forty people and two goats on board.\n";

    private static Map<String, Presence> pages(String kind) {
        Map<String, Presence> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(PAGES)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                String name = file.getFileName().toString();
                if (name.startsWith(kind + "-")) {
                    pages.put(name, presence(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    private static Presence presence(Path file) throws IOException {
        String name = file.getFileName().toString();
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return WINNOW.clean(name.endsWith(".html") ? SourceDocument.html(name, text) : SourceDocument.of(name, text))
                .presence();
    }

    private static Presence presence(String text) {
        return WINNOW.clean(text).presence();
    }

    @TestFactory
    Stream<DynamicTest> neverTakesOneForTheOther() {
        Map<String, Verdict> never = Map.of("none", Verdict.YES, "short", Verdict.NONE, "yes", Verdict.NONE);
        return never.keySet().stream()
                .sorted()
                .flatMap(kind -> pages(kind).entrySet().stream()
                        .map(page -> dynamicTest(
                                page.getKey(),
                                () -> assertThat(page.getValue().verdict()).isNotEqualTo(never.get(kind)))));
    }

    @Test
    void nineInTenPagesWithoutAnArticleHaveNone() {
        assertThat(others("none", Verdict.NONE))
                .hasSizeLessThanOrEqualTo(pages("none").size() / 10);
    }

    @Test
    void nineInTenPagesWithAnArticleHaveOne() {
        assertThat(others("yes", Verdict.YES))
                .hasSizeLessThanOrEqualTo(pages("yes").size() / 10);
    }

    private static List<String> others(String kind, Verdict verdict) {
        return pages(kind).entrySet().stream()
                .filter(page -> page.getValue().verdict() != verdict)
                .map(page -> page.getKey() + " " + page.getValue())
                .toList();
    }

    @Test
    void pagesOfSitesWithRulesHaveAnArticle() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("fixtures/sites"))) {
            for (Path source : (Iterable<Path>) sources.filter(file -> file.endsWith("source.txt"))::iterator) {
                assertThat(presence(source).verdict()).as(source.toString()).isEqualTo(Verdict.YES);
            }
        }
    }

    @Test
    void nothingIsCertainWhileTextStays() {
        assertThat(presence("")).isEqualTo(new Presence(Verdict.NONE, 1));
        assertThat(presence("Harbour").confidence()).isLessThan(1);
        assertThat(presence(PROSE.repeat(9_000)).confidence()).isLessThan(1);
    }

    @Test
    void eachParagraphMakesAnArticleLikelier() {
        double before = 0;
        for (int paragraphs = 2; paragraphs < 9; paragraphs++) {
            double likely = presence(PROSE.repeat(paragraphs)).confidence();
            assertThat(likely).isGreaterThan(before);
            before = likely;
        }
    }

    @Test
    void textInPiecesSaysLessThanTextInOnePiece() {
        String noise = "Follow us on Facebook\n";
        assertThat(presence((PROSE + noise).repeat(4)).confidence())
                .isLessThan(presence(PROSE.repeat(4) + noise.repeat(4)).confidence());
    }

    @Test
    void textOfWhichAnErrorPageWouldConsistIsNoArticle() {
        assertThat(presence("Sorry, the page you are looking for does not exist. It may have been moved or deleted.")
                        .verdict())
                .isEqualTo(Verdict.NONE);
    }

    @Test
    void whoQuotesAnErrorPageDoesNotShowOne() {
        String quoted = "\"The page you are looking for does not exist\" is the saddest sentence of the web.\n";
        assertThat(presence(PROSE.repeat(2) + quoted).verdict()).isEqualTo(Verdict.YES);
    }

    @Test
    void anArticleMaySayThatSomethingWasNotFound() {
        String said = "The page you are looking for does not exist, the old man told the librarians that day.\n";
        assertThat(presence(PROSE.repeat(20) + said).verdict()).isEqualTo(Verdict.YES);
    }

    @Test
    void versesCount() {
        String stanza = "the bell is gone\nthe quay is bare\nand nobody to hear\n\n";
        assertThat(presence("The bell\n\n" + stanza.repeat(4)).verdict()).isEqualTo(Verdict.YES);
    }

    @Test
    void needsLessTextWhereTheSitesRulesKnowTheHeadline() {
        Winnow winnow = Winnow.builder().rules("harbour-news.example.yaml", """
                pack: harbour-news.example
                hosts: [harbour-news.example]
                fingerprint: ["© Harbour News {int}"]
                rules:
                - id: header
                  label: title
                  line: "Harbour News: {title}"
                  examples:
                  - hit: "⟦Harbour News: Ferry resumes⟧"
                  - miss: "Ferry resumes"
                """).build();
        String flash = "The ferry to the island sails again since this morning.\n© Harbour News 2019";
        assertThat(winnow.clean(flash).presence().verdict()).isEqualTo(Verdict.DOUBTFUL);
        assertThat(winnow.clean("Harbour News: Ferry resumes\n" + flash)
                        .presence()
                        .verdict())
                .isNotEqualTo(Verdict.NONE);
        assertThat(winnow.clean("Harbour News: Ferry resumes\n" + flash)
                        .presence()
                        .confidence())
                .isGreaterThan(winnow.clean(flash).presence().confidence());
    }

    @Test
    void isTheSameWhateverThePolicyKeeps() throws IOException {
        List<Winnow> others = Stream.of(Policy.ALL, Policy.PAGE, Policy.ARTICLE.dropping(Set.of(Label.BODY)))
                .map(policy -> Winnow.builder().policy(policy).build())
                .toList();
        try (Stream<Path> files = Files.list(PAGES)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                SourceDocument page = SourceDocument.html("-", Files.readString(file, StandardCharsets.UTF_8));
                for (Winnow other : others) {
                    assertThat(other.clean(page).presence())
                            .as(file.toString())
                            .isEqualTo(WINNOW.clean(page).presence());
                }
            }
        }
    }
}
