package dev.winnow.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that nobody writes and everybody meets. The limit is far above what is needed: it catches what never ends. */
class HostileInputTest {

    private static final Winnow WINNOW = Winnow.builder().build();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    static Stream<Arguments> inputs() {
        Random random = new Random(1);
        return Stream.of(
                Arguments.of("an empty file", ""),
                Arguments.of("one line of millions of letters", "a".repeat(4_000_000)),
                Arguments.of("one line of many words", "By the way ".repeat(280_000)),
                Arguments.of("one line of date after date", "11/04/2017 ".repeat(120_000)),
                Arguments.of("many lines of one letter", "a\n".repeat(120_000)),
                Arguments.of("many equal headings", "Recommended\n".repeat(40_000)),
                Arguments.of("many counters of comments", "Comments 7\n".repeat(40_000)),
                Arguments.of("many equal sentences", "Read more: By John Doe and Jane Roe.\n".repeat(40_000)),
                Arguments.of("many credits", "Photo: Jane Roe\nA harbour\n\n".repeat(60_000)),
                Arguments.of("lines at the length limit", ("Published on ".repeat(1_500) + "\n").repeat(40)),
                Arguments.of("only white space", " \t\u00a0\u3000\n".repeat(80_000)),
                Arguments.of("only line ends", "\r\n\u2028\u0085\r".repeat(80_000)),
                Arguments.of("deeply escaped entities", "&" + "amp;".repeat(200_000) + "lt;"),
                Arguments.of("entities that never end", "&#".repeat(200_000)),
                Arguments.of("mojibake of mojibake", "ÃƒÂ¢Ã¢â€šÂ¬Ã…â€œ".repeat(20_000)),
                Arguments.of("lone surrogates", "\ud83d\n\ude00 ".repeat(40_000)),
                Arguments.of("combining marks", "e" + "\u0301".repeat(400_000)),
                Arguments.of("zero-width characters", "\u200b\u200d\u2060\ufeff\u00ad".repeat(80_000)),
                Arguments.of("hyphens at line ends", "exam-\nple ".repeat(40_000)),
                Arguments.of("noise", noise(random, 400_000)),
                Arguments.of("noise in one script", letters(random, 200_000)));
    }

    private static String noise(Random random, int length) {
        StringBuilder noise = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            noise.append((char) random.nextInt(0x10000));
        }
        return noise.toString();
    }

    private static String letters(Random random, int length) {
        StringBuilder noise = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            noise.append("ABCDEFabcdef /|:()@©-\n.,0123456789".charAt(random.nextInt(34)));
        }
        return noise.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void finishesAndLosesNothing(String name, String input) {
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            Article article = WINNOW.clean(input);
            assertThat(article.ledger().restore(article.text()).equals(input))
                    .as(name)
                    .isTrue();
            assertThat(WINNOW.clean(article.text()).text().equals(article.text()))
                    .as("%s, cleaned again", name)
                    .isTrue();
        });
    }

    static Stream<Arguments> pages() {
        Random random = new Random(2);
        return Stream.of(
                Arguments.of("many nested elements", "<div>".repeat(40_000) + "x"),
                Arguments.of("many nested lists", "<ul><li>".repeat(40_000) + "x"),
                Arguments.of("many open formats", "<b><i>".repeat(20_000) + "x"),
                Arguments.of("nested tables", "<table><tr><td>".repeat(8_000) + "x"),
                Arguments.of("an attribute of megabytes", "<p title='" + "a ".repeat(1_000_000) + "'>x"),
                Arguments.of("a style of megabytes", "<p style='" + "a ".repeat(1_000_000) + "'>x"),
                Arguments.of("a class of many words", "<p class='" + "a ".repeat(200_000) + "'>x"),
                Arguments.of("tags that never end", "<p a=".repeat(120_000)),
                Arguments.of("comments that never end", "<!--".repeat(120_000)),
                Arguments.of("many paragraphs", "<p>The ferry left on Sunday, he said.".repeat(40_000)),
                Arguments.of("many links", "<a href=x>y</a><br>".repeat(40_000)),
                Arguments.of("many times", "<time datetime=2019-06-02>y</time>".repeat(40_000)),
                Arguments.of("properties in properties", "<div itemscope itemprop=author>".repeat(8_000) + "x"),
                Arguments.of("references that never end", "<p>" + "&#x".repeat(120_000)),
                Arguments.of("many references", "<p>" + "&amp;&copy".repeat(120_000)),
                Arguments.of("text in a table", "<table>" + "x<b>".repeat(20_000)),
                Arguments.of(
                        "JSON-LD without an end", "<script type='application/ld+json'>" + "[{\"a\":".repeat(120_000)),
                Arguments.of("programs", "<script>" + "\"published\": ubli ".repeat(80_000) + "</script>"),
                Arguments.of(
                        "noise between tags", "<p>" + noise(random, 300_000).replace("a", "<b>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void finishesWithHtmlAndLosesNothing(String name, String html) {
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            Article article = WINNOW.clean(SourceDocument.html("a.html", html));
            assertThat(article.ledger().restore(article.text()).equals(html))
                    .as(name)
                    .isTrue();
        });
    }

    static Stream<Arguments> rules() {
        String line = "Advert " + "here ".repeat(3);
        return Stream.of(
                Arguments.of(
                        "a range that begins at every line and never ends",
                        "range: {from: \"Advert {any}\", to: Never}",
                        (line + "\n").repeat(40_000)),
                Arguments.of(
                        "a range over its budget that begins at every line",
                        "range: {from: \"Advert {any}\", while: heading-like, at_least: 20}\n  budget: {lines: 10}",
                        (line + "\n").repeat(40_000)),
                Arguments.of(
                        "a sequence of parts that repeat and take everything",
                        "lines: [{line: \"{any}\", optional: true, repeat: 1000000},"
                                + " {line: \"{word}\", optional: true, repeat: 1000000}, {line: Advert here}]",
                        "word\n".repeat(8_000) + "Advert here\n".repeat(300)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void finishesWithRulesThatAskForEveryLine(String name, String rule, String input, @TempDir Path folder)
            throws IOException {
        Files.writeString(
                folder.resolve("hostile.yaml"),
                "pack: common\nrules:\n- id: a\n  label: advert\n  " + rule
                        + "\n  examples:\n  - hit: ⟦Advert here⟧\n  - miss: no\n");
        Winnow winnow = Winnow.builder().builtinRules(false).rules(folder).build();
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            Article article = winnow.clean(input);
            assertThat(article.ledger().restore(article.text()).equals(input))
                    .as(name)
                    .isTrue();
        });
    }
}
