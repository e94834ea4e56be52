package dev.winnow.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.Ledger;
import dev.winnow.fixture.FixtureCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The line model takes nothing of a text that is an article already: poems, interviews, lists, recipes, live blogs, laws. */
class HarmTest {

    private static final Winnow WINNOW = Winnow.builder().build();

    @TestFactory
    Stream<DynamicTest> keepsAllOfAnArticle() {
        return FixtureCase.find(Path.of("fixtures")).stream()
                .filter(fixture -> Files.exists(fixture.folder().resolve("expected.txt")))
                .map(fixture -> dynamicTest(fixture.name(), () -> check(fixture)));
    }

    private static void check(FixtureCase fixture) throws IOException {
        Article article = WINNOW.clean(Files.readString(fixture.folder().resolve("expected.txt")));
        assertThat(byModel(article)).isEmpty();
        if (fixture.name().contains("/trap-")) {
            assertThat(byModel(WINNOW.clean(Files.readString(fixture.folder().resolve("source.txt")))))
                    .isEmpty();
        }
    }

    private static List<String> byModel(Article article) {
        return article.ledger().entries().stream()
                .filter(entry -> "model".equals(entry.rule()))
                .map(Ledger.Entry::text)
                .toList();
    }
}
