package dev.winnow.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.fixture.ExampleResult;
import dev.winnow.fixture.ExampleRunner;
import dev.winnow.imports.Outcome.Kind;
import dev.winnow.rule.RuleSet;
import dev.winnow.rule.load.Lint;
import dev.winnow.rule.load.LoadedRules;
import dev.winnow.rule.load.RuleLoader;
import dev.winnow.rule.load.RuleRoot;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FtrImportTest {

    private static final FtrImport IMPORT = new FtrImport(
            new RuleLoader().load(List.of(RuleRoot.builtIn())).sources().packs());

    private static final String HARBOUR = """
            # Harbour News
            title: //h1[@class="headline"]
            author: //span[contains(concat(' ', normalize-space(@class), ' '), ' writer ')]
            date: //time/@datetime
            date: substring-after(//p[@class='stamp'], 'on ')
            body: //div[@id='story']

            strip: //span[contains(concat(' ', normalize-space(@class), ' '), ' writer ')]
            strip: //img[@class='pixel']
            strip: //p[text()='Read more:']/following-sibling::ul
            strip_id_or_class: share-buttons
            strip_id_or_class: 'promo'

            find_string: <h2
            replace_string: <h3
            replace_string(Print</a>): </a>
            strip_id_or_clas: teaser
            this line says nothing
            http_header(User-Agent): Reader
            tidy: no
            prune: no
            test_url: https://harbour-news.example/2019/06/ferry
            test_contains: left the harbour on Sunday
            """;

    private static Imported harbour() {
        return IMPORT.read("configs/harbour-news.example.txt", HARBOUR);
    }

    @Test
    void makesAPackAsAPersonWould() {
        assertThat(harbour().yaml()).isEqualTo("""
                # Made from harbour-news.example.txt of ftr-site-config, which is in the public domain.
                #
                # Pages to try it with:
                #   https://harbour-news.example/2019/06/ferry
                #   left the harbour on Sunday
                #
                # For the program that fetches the pages:
                #   http_header(User-Agent): Reader
                #
                # Not translated:
                #   line 5: date: substring-after(//p[@class='stamp'], 'on ')
                #     (substring-after() computes a text; selectors only find elements)
                #   line 16: replace_string(Print</a>): </a>
                #     (Winnow does not replace text in the markup of a page)
                #
                # Without a meaning:
                #   line 17: strip_id_or_clas: teaser
                #     (no program knows the key 'strip_id_or_clas'; did you mean 'strip_id_or_class'?)
                #   line 18: this line says nothing
                #     (there is no key before a colon, so no program reads this line)
                pack: harbour-news.example
                hosts: [harbour-news.example, www.harbour-news.example]

                article: 'div#story'
                metadata:
                  title: 'h1[class=headline]'
                  authors: span.writer
                  published: time@datetime

                rules:
                - id: stripped-byline
                  description: The byline, which the metadata have.
                  label: byline
                  css: span.writer
                  shape: any
                  examples:
                  - hit: |
                      <span class="writer">⟦Mara Lind⟧</span>
                      <p>The first ferry left the harbour on Sunday morning with forty people on board.</p>
                  - miss: |
                      <div>The first ferry left the harbour on Sunday morning with forty people on board.</div>

                - id: stripped
                  description: Elements inside the article's element that are not part of the article.
                  label: boilerplate
                  css: >-
                    p:has(> ::text:matches(^Read more:\\z)) ~ ul,
                    [class~=promo], [id~=promo]
                  shape: any
                  examples:
                  - hit: |
                      <p>Read more:</p><ul>⟦Bakery wins prize for rye bread⟧</ul>
                      <p>The first ferry left the harbour on Sunday morning with forty people on board.</p>
                  - miss: |
                      <div>The first ferry left the harbour on Sunday morning with forty people on board.</div>

                - id: stripped-share
                  description: Elements with label 'share' inside the article's element.
                  label: share
                  css: '[class~=share-buttons], [id~=share-buttons]'
                  shape: any
                  examples:
                  - hit: |
                      <div class="share-buttons">⟦Bakery wins prize for rye bread⟧</div>
                      <p>The first ferry left the harbour on Sunday morning with forty people on board.</p>
                  - miss: |
                      <div>The first ferry left the harbour on Sunday morning with forty people on board.</div>
                """);
    }

    @Test
    void saysOfEachLineWhatBecameOfIt() {
        Imported imported = harbour();
        assertThat(imported.outcomes()).hasSize(20);
        assertThat(imported.isWhole()).isFalse();
        assertThat(imported.losses()).extracting(Outcome::line).containsExactly(5, 16, 17, 18);
        assertThat(imported.outcomes())
                .filteredOn(outcome -> outcome.kind() == Kind.NOT_NEEDED)
                .extracting(Outcome::key)
                .containsExactly("strip", "find_string", "replace_string", "tidy", "prune");
    }

    @Test
    void makesPacksThatLoadAndHoldAndGiveNoDoubts() {
        LoadedRules loaded = new RuleLoader()
                .loadSources(List.of(
                        RuleRoot.builtInLexicons(),
                        RuleRoot.text("harbour.yaml", harbour().yaml())));
        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(Lint.on(loaded, RuleSet.compile(loaded.sources(), loaded.digest()), LocalDate.of(2026, 1, 1))
                        .all())
                .isEmpty();
        Winnow winnow = Winnow.builder()
                .builtinRules(false)
                .rules("harbour.yaml", harbour().yaml())
                .build();
        assertThat(new ExampleRunner(winnow).run()).hasSize(6).allMatch(ExampleResult::ok);
    }

    @Test
    void cleansPagesByTheirPack() {
        Winnow winnow = Winnow.builder().rules("harbour.yaml", harbour().yaml()).build();
        Article article =
                winnow.clean(SourceDocument.html("ferry", """
                <title>Harbour News</title>
                <h1 class="headline">Ferry service resumes</h1>
                <time datetime="2019-06-02">Sunday</time>
                <div class="weather">Rain over the whole of the coast is expected by everybody on Monday evening.</div>
                <div id="story">
                <span class="writer">Mara Lind</span>
                <p>The first ferry left the harbour on Sunday morning with forty people on board.</p>
                <p class="promo">Subscribers read all about ferries first, and they read it without any banner.</p>
                <p>It came back in the evening with the post and with two goats on board.</p>
                <p>Read more:</p><ul><li>Bakery wins prize for rye bread</li></ul>
                </div>
                """).withUrl("https://harbour-news.example/2019/06/ferry"));
        assertThat(article.text()).isEqualTo("""
                The first ferry left the harbour on Sunday morning with forty people on board.

                It came back in the evening with the post and with two goats on board.""");
        assertThat(article.metadata().title()).isEqualTo("Ferry service resumes");
        assertThat(article.metadata().authors()).containsExactly("Mara Lind");
    }

    @Test
    void needsNoRulesWhereThereIsNothingToStrip() {
        Imported imported = IMPORT.read(".harbour-news.example.txt", "body: //article[1]\n");
        assertThat(imported.isWhole()).isTrue();
        assertThat(imported.yaml()).isEqualTo("""
                # Made from .harbour-news.example.txt of ftr-site-config, which is in the public domain.
                pack: any.harbour-news.example
                hosts: ['*.harbour-news.example']

                article: article:first-of-type
                """);
        assertThat(new RuleLoader()
                        .loadSources(List.of(RuleRoot.builtInLexicons(), RuleRoot.text("a.yaml", imported.yaml())))
                        .diagnostics())
                .isEmpty();
    }

    @Test
    void makesNothingOfWhatSaysNothing() {
        Imported imported = IMPORT.read("harbour-news.example.txt", "title: concat(//h1, //h2)\nprune: no\n");
        assertThat(imported.yaml()).isEmpty();
        assertThat(imported.isWhole()).isFalse();
    }

    @Test
    void refusesFilesThatAreNamedAfterNoHost() {
        assertThatThrownBy(() -> IMPORT.read("LICENSE.txt", "body: //p"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("example.com.txt");
        assertThatThrownBy(() -> IMPORT.read("fingerprint.press.example.txt", "body: //p"))
                .hasMessageContaining("pages of any host");
    }

    @Test
    void keepsNoNewLinesOfOtherKindsInItsComments() {
        Imported imported = IMPORT.read("harbour-news.example.txt", "body: //article\ntest_contains: a\u2028pack: b\n");
        assertThat(imported.yaml()).contains("#   a pack: b\n");
    }
}
