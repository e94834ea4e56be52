package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.document.Article;
import dev.winnow.document.Label;
import dev.winnow.document.SourceDocument;
import dev.winnow.rule.RuleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlCleaningTest {

    private static final String PROSE =
            "<p>The first ferry left the harbour on Sunday morning, full to the last seat.</p>"
                    + "<p>It came back in the evening with the post and two goats on board.</p>";

    @TempDir
    Path folder;

    private static SourceDocument html(String text) {
        return SourceDocument.builder("a.html", SourceDocument.Form.HTML, text)
                .url("https://harbour-news.example/a")
                .build();
    }

    private Winnow with(String pack) throws IOException {
        Path file = folder.resolve("pack.yaml");
        Files.writeString(file, pack);
        return Winnow.builder().rules(file).build();
    }

    private static String pack(String keys) {
        return """
                pack: harbour-news.example
                hosts: [harbour-news.example]
                """ + keys + """

                rules:
                - id: label
                  description: A word above the text.
                  label: section
                  css: .topic
                  examples:
                  - hit: <b class=topic>⟦Boats⟧</b>
                  - miss: <b>Boats</b>
                """;
    }

    @Test
    void whatStandsOutsideOfTheArticleIsNavigation() throws IOException {
        Winnow winnow = with(pack("article: [.nothing, '#story']"));
        String page =
                "<p>Tomorrow there will be rain over the whole harbour, and wind from the west in the night.</p><div id=story>"
                        + PROSE + "</div><div class=topic>Boats</div><div>Weather</div>";
        Article article = winnow.clean(html(page));
        assertThat(article.text()).startsWith("The first ferry").endsWith("on board.");
        assertThat(article.lines().get(0).label()).isEqualTo(Label.NAVIGATION);
        assertThat(article.lines().get(0).rule()).isEqualTo("harbour-news.example/article");
        assertThat(article.lines().get(3).rule()).isEqualTo("harbour-news.example/label");
        assertThat(article.ledger().restore(article.text())).isEqualTo(page);
    }

    @Test
    void anArticleElementWithoutProseSaysNothing() throws IOException {
        Winnow winnow = with(pack("article: '#story'"));
        assertThat(winnow.clean(html("<div id=story>Boats</div>" + PROSE)).text())
                .contains("The first ferry", "two goats");
    }

    @Test
    void theSitesSelectorsGoBeforeThePagesHead() throws IOException {
        Winnow winnow = with(pack("metadata: {title: h2.headline, published: 'b@data-day', authors: .who}"));
        Article article = winnow.clean(
                html("<title>Wrong</title><meta name=date content=2011-01-01><meta name=author content='Tom Reed'>"
                        + "<h2 class=headline>Ferry is back</h2><b data-day=2019-06-02>Sunday</b><i class=who>Ada Holm</i>"
                        + PROSE));
        assertThat(article.metadata().title()).isEqualTo("Ferry is back");
        assertThat(article.metadata().published()).isEqualTo("2019-06-02");
        assertThat(article.metadata().authors()).containsExactly("Ada Holm");
        assertThat(article.metadata().evidence()).containsEntry("published", "harbour-news.example/metadata");
    }

    @Test
    void theSitesSelectorsGiveTheLanguageOfAPageThatDoesNotTellIt() throws IOException {
        Article article = with(pack("metadata: {language: '.speech@data-code'}"))
                .clean(html("<h1>Tonatiuh 4711</h1><b class=speech data-code=de-CH>Xochimilco</b>"));
        assertThat(article.metadata().language()).isEqualTo("de");
        assertThat(article.metadata().evidence()).containsEntry("language", "harbour-news.example/metadata");
    }

    @Test
    void aBadSelectorIsNamedWithItsPlace() {
        assertThatThrownBy(() -> with(pack("article: 'p:frist-child'")))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("pack.yaml:3:")
                .hasMessageContaining("R045")
                .hasMessageContaining("did you mean 'first-child'?");
    }

    @Test
    void anElementInsideALineIsNotTheLine() {
        String page =
                "<p><time>On Sunday</time> the ferry left, full to the last seat, and nobody saw it off.</p>" + PROSE;
        assertThat(Winnow.builder().build().clean(html(page)).text()).startsWith("On Sunday the ferry left");
    }

    @Test
    void whatAReaderSeesIsNotResolvedAgain() {
        String page =
                "<p>Fish &amp;amp; ships, said the man at the pier, are &amp;quot;what this harbour lives by&amp;quot; today.</p>";
        Article article = Winnow.builder().build().clean(html(page));
        assertThat(article.text())
                .isEqualTo(
                        "Fish &amp; ships, said the man at the pier, are &quot;what this harbour lives by&quot; today.");
        assertThat(article.ledger().restore(article.text())).isEqualTo(page);
    }

    @Test
    void aPicturesTitleIsNotThePages() {
        Article article =
                Winnow.builder().build().clean(html("<svg><title>Menu</title></svg><h1>Ferry is back</h1>" + PROSE));
        assertThat(article.metadata().title()).isEqualTo("Ferry is back");
    }

    @Test
    void codeKeepsItsLinesAndTheirIndentation() {
        String code = "while ferry:\n    Share\n    wait(1)\n\nreturn the ferry that is left over from the morning.";
        Article article =
                Winnow.builder().build().clean(html(PROSE + "<pre><code>" + code + "\n</code></pre>" + PROSE));
        assertThat(article.text()).contains("\n\n" + code + "\n\n");
        assertThat(article.paragraphs().get(2).text()).isEqualTo("while ferry:\n    Share\n    wait(1)");
        assertThat(article.paragraphs().get(2).isPreformatted()).isTrue();
        assertThat(article.paragraphs().get(3).label()).isEqualTo(Label.BODY);
    }

    @Test
    void linesOfVerseStayUnderEachOther() {
        String page = PROSE + "<p>The tide goes out,<br>the tide comes in,<br>and nobody asked where it has been.</p>"
                + PROSE;
        String verse = "The tide goes out,\nthe tide comes in,\nand nobody asked where it has been.";
        Winnow winnow = Winnow.builder().build();
        String text = winnow.clean(html(page)).text();
        assertThat(text).contains("\n\n" + verse + "\n\n");
        assertThat(winnow.clean(text).text()).isEqualTo(text);
    }

    @Test
    void longSentencesBetweenLineBreaksAreParagraphs() {
        String long1 =
                "The first ferry of the day left the harbour on Sunday morning, full to the last seat, as the master said.";
        String page = PROSE + "<p>" + long1 + "<br>" + long1.replace("first", "second") + "</p>";
        assertThat(Winnow.builder().build().clean(html(page)).text()).contains(long1 + "\n\nThe second");
    }

    @Test
    void thePagesTitleIsItsHeadlineAndNoText() {
        Article article = Winnow.builder()
                .build()
                .clean(html("<title>Ferry is back - Harbour News</title><h1>Ferry is back</h1>" + PROSE));
        assertThat(article.metadata().title()).isEqualTo("Ferry is back");
        assertThat(article.text()).startsWith("The first ferry");
    }

    @Test
    void theDayInTheAddressIsTakenLast() {
        SourceDocument page = html(PROSE).withUrl("https://harbour-news.example/2019/06/02/ferry");
        Article article = Winnow.builder().build().clean(page);
        assertThat(article.metadata().published()).isEqualTo("2019-06-02");
        assertThat(article.metadata().evidence()).containsEntry("published", "html/url");
    }

    @Test
    void theOrderOfADateIsThatOfTheLanguage() {
        String page = "<html lang=de><h1>Die Fähre ist wieder da</h1><p>10.06.2018 22:00</p>"
                + "<p>Die erste Fähre hat den Hafen am Sonntag wieder verlassen und war bis auf den letzten Platz besetzt.</p>"
                + "<p>Am Abend kam sie mit der Post und zwei Ziegen wieder zurück, wie der Hafenmeister sagte.</p>";
        Article article = Winnow.builder().build().clean(html(page));
        assertThat(article.metadata().published()).isEqualTo("2018-06-10T22:00:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Ferry is back</title><h1>Ferry is back</h1><p>The harbour master with one of the goats</p>"
                        + "<p>The harbour master with one of the goats</p>" + PROSE,
                "<title>Ferry is back</title><p>The harbour master with one of the goats</p>" + PROSE
                        + "<p>The harbour master with one of the goats</p>" + PROSE,
                "<h1>Ferry is back at its pier</h1><h2>Ferry is back at its pier</h2>" + PROSE
                        + "<p><a href=x>Nobody had thought that the ferry would ever come back, said the harbour master.</a></p>"
                        + PROSE
            })
    void theTextOfAPageCleanedAgainStaysAsItIs(String page) {
        Winnow winnow = Winnow.builder().build();
        String text = winnow.clean(html(page)).text();
        assertThat(winnow.clean(text).text()).isEqualTo(text);
    }

    @Test
    void aWordThatHeadsProseIsAHeadingAndAloneALabel() {
        Winnow winnow = Winnow.builder().build();
        String page = "<article><h1>Ferry is back</h1><h2>Advertising</h2>" + PROSE + "<h2>Sponsored</h2>" + PROSE
                + "<div class=x><h6>Advertisement</h6></div>" + PROSE + "</article>";
        assertThat(winnow.clean(html(page)).text())
                .contains("Advertising", "Sponsored")
                .doesNotContain("Advertisement");
        assertThat(winnow.clean(html("<html lang=de><h2>Werbung</h2>" + PROSE)).text())
                .startsWith("Werbung");
    }

    @Test
    void anArticleThatIsHiddenUntilProgramsRunIsShown() {
        String menu =
                "<ul><li><a href=/>Home of all the ferries in the world</a><li><a href=/b>All boats and their crews</a>"
                        + "<li><a href=/c>Weather in the harbour, now and later</a><li><a href=/d>Jobs on board and on the pier</a></ul>";
        Winnow winnow = Winnow.builder().build();
        assertThat(winnow.clean(html(menu + menu + "<div style='display: none'>" + PROSE + "</div>"))
                        .text())
                .contains("two goats");
        assertThat(winnow.clean(html(PROSE
                                + "<p hidden>Something has gone wrong with this page, and we are sorry for that.</p>"))
                        .text())
                .doesNotContain("gone wrong");
    }

    @Test
    void aCaptionThatStandsTwiceInTheTextStays() {
        String page = "<title>Ferry is back</title><h1>Ferry is back</h1>" + PROSE
                + "<p>The harbour master with one of the goats</p><p>The harbour master with one of the goats</p>"
                + PROSE;
        Winnow winnow = Winnow.builder().build();
        String text = winnow.clean(html(page)).text();
        assertThat(text).containsOnlyOnce("goats\n\nThe harbour master with");
        assertThat(winnow.clean(text).text()).isEqualTo(text);
    }

    @Test
    void whatRepeatsItselfIsNoTitleOfAPageWhoseTitleIsKnown() {
        Article article = Winnow.builder()
                .build()
                .clean(html(
                        "<title>Ferry is back</title><p>News of the harbour</p><p>News of the harbour</p>" + PROSE));
        assertThat(article.metadata().title()).isEqualTo("Ferry is back");
        assertThat(article.text()).startsWith("The first ferry");
    }

    @Test
    void keepsCodeAsItStands() {
        String html = "<html><body><article><h1>Tables</h1>" + PROSE
                + "<p>The byte string <code>cafÃ©</code> was read wrongly.</p><pre>x\t=\t1\n\ty\t= 'naÃ¯ve'</pre>"
                + PROSE
                + "</article></body></html>";
        String text = Winnow.builder().build().clean(html(html)).text();
        assertThat(text).contains("string cafÃ© was").contains("x\t=\t1\n\ty\t= 'naÃ¯ve'");
    }

    @Test
    void repairsProseBesideCode() {
        String html = "<html><body><article><h1>Tables</h1>" + PROSE
                + "<p>The cafÃ© at the quay, said MÃ¼ller, has <code>x</code>.</p>" + PROSE
                + "</article></body></html>";
        assertThat(Winnow.builder().build().clean(html(html)).text()).contains("The café at the quay, said Müller");
    }

    @Test
    void keepsTheLinesOfAStanzaTogether() {
        String poem = "The ferry lay beside the quay,\nits lantern burning low and red\nand nobody would put to sea\n"
                + "until the captain was in bed.";
        assertThat(Winnow.builder().build().clean(poem + "\n\n" + poem + "\n").text())
                .isEqualTo(poem + "\n\n" + poem);
    }
}
