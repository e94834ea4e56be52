package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Metadata;
import dev.winnow.document.SourceDocument;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The day of publication of pages whose head does not give it. */
class PageDateTest {

    private static final String PROSE =
            "<p>The first ferry left the harbour on Sunday morning, full to the last seat, and the town saw it off.</p>"
                    + "<p>It came back in the evening with the post and two goats on board, and nobody had paid for them.</p>";

    private static final Winnow WINNOW = Winnow.builder().build();

    private static Metadata read(String url, String html) {
        return WINNOW.clean(SourceDocument.builder("a.html", SourceDocument.Form.HTML, html)
                        .url(url)
                        .build())
                .metadata();
    }

    private static Metadata read(String html) {
        return read("https://harbour-news.example/a", html);
    }

    @Test
    void findsTheOnlyDateBelowTheText() {
        Metadata metadata = read("<h1>The ferry is back</h1>" + PROSE + "<div>Ada Holm, 3 May 2021, 14:05</div>");
        assertThat(metadata.published()).startsWith("2021-05-03");
        assertThat(metadata.evidence()).containsEntry("published", "mechanism/date-on-page");
    }

    @Test
    void leavesDatesThatDifferBelowTheText() {
        assertThat(read("<h1>The ferry is back</h1>" + PROSE
                                + "<div>Ada Holm, 3 May 2021</div><div>Goats, 7 May 2021</div>")
                        .published())
                .isNull();
    }

    @Test
    void findsTheDateThatTheTextBeginsWith() {
        assertThat(read("<h1>The ferry is back</h1><p>(3 May 2021) " + PROSE.substring("<p>".length()))
                        .published())
                .isEqualTo("2021-05-03");
    }

    @Test
    void leavesTheDateThatTheFirstSentenceTellsOf() {
        assertThat(
                        read("<h1>The ferry is back</h1><p>On 3 May 1921 the ferry left the harbour for the first time, full to the"
                                        + " last seat.</p>" + PROSE)
                                .published())
                .isNull();
    }

    @Test
    void readsTheDayFirstInAnAddressWhereNoOtherOrderIsADate() {
        String page = "<h1>The ferry is back</h1>" + PROSE;
        assertThat(read("https://harbour-news.example/23-01-2022-ferry.html", page)
                        .published())
                .isEqualTo("2022-01-23");
        assertThat(read("https://harbour-news.example/03-01-2022-ferry.html", page)
                        .published())
                .isNull();
    }

    @Test
    void anOrderIsThatOfALanguageOnlyWithItsSigns() {
        String german = "<html lang=de><h1>Die Fähre ist wieder da</h1><div class=date>DATE</div>"
                + "<p>Die erste Fähre hat den Hafen am Sonntag verlassen, und sie war bis auf den letzten Platz besetzt.</p>"
                + "<p>Am Abend kam sie mit der Post und zwei Ziegen zurück, und niemand hatte für sie bezahlt.</p>";
        assertThat(read(german.replace("DATE", "11.01.2023")).published()).isEqualTo("2023-01-11");
        assertThat(read(german.replace("DATE", "11/01/2023")).published()).isNull();
    }

    private static final String ONE =
            "The boat came with the oil and with a letter from my sister, who wants to marry.";
    private static final String TWO =
            "No boat today, and no birds either, since the wind has turned and blows from the land.";

    @Test
    void leavesTheDaysOfADiary() {
        for (String date : List.of("<p>%s</p>", "<h2>%s</h2>", "<p><b>%s</b></p>")) {
            String page = "<h1>The keeper's diary</h1>" + String.format(Locale.ROOT, date, "3 May 2019") + "<p>" + ONE
                    + "</p>" + String.format(Locale.ROOT, date, "4 May 2019") + "<p>" + TWO + "</p>";
            assertThat(read(page).published()).as(date).isNull();
        }
        var article = WINNOW.clean(
                SourceDocument.of("a", String.join("\n", "Tagebuch", "3. Mai 2019", ONE, "6. Mai 2019", TWO)));
        assertThat(article.metadata().published()).isNull();
        assertThat(article.text()).contains("3. Mai 2019", "6. Mai 2019");
    }

    @Test
    void anEarlierDayFurtherDownLeavesTheDayBelowTheHeadline() {
        var article = WINNOW.clean(SourceDocument.of(
                "a", String.join("\n", "The ferry is back", "3 May 2019", ONE, "12 April 2019", TWO)));
        assertThat(article.metadata().published()).isEqualTo("2019-05-03");
        assertThat(article.text()).doesNotContain("3 May 2019").contains("12 April 2019");
    }

    @Test
    void whatFollowsTheArticleIsNotOfIt() {
        String article = "<article><h1>The ferry is back</h1>" + PROSE + "%s</article>%s";
        String other =
                "<div class=box><a href=/goats>Goats on board</a> <time datetime=2022-01-02>2 January 2022</time>"
                        + "<span class=date>2 January 2022</span> <a href=/author/jon>Jon Halder</a></div>";
        Metadata metadata = read(String.format(Locale.ROOT, article, "", other));
        assertThat(metadata.published()).isNull();
        assertThat(metadata.authors()).isEmpty();
        assertThat(read(String.format(Locale.ROOT, article, "<footer><time>3 May 2021</time></footer>", other))
                        .published())
                .isEqualTo("2021-05-03");
    }

    @Test
    void leavesTheDaysOfAProgramme() {
        assertThat(read("<h1>Concerts on board</h1><p>" + ONE + "</p><table><tr><td>3 May 2021</td><td>Brass</td></tr>"
                                + "<tr><td>7 May 2021</td><td>Strings</td></tr></table><p>" + TWO + "</p>")
                        .published())
                .isNull();
        assertThat(read("<h1>A concert on board</h1><div>When: 3 May 2021</div>" + PROSE)
                        .published())
                .isNull();
    }

    @Test
    void readsTheAuthorOnTheFirstLineOfSeveral() {
        assertThat(read("<h1>The ferry is back</h1><div class=author>Ada Holm<br>Senior reporter<br>Oresk</div>"
                                + PROSE)
                        .authors())
                .containsExactly("Ada Holm");
    }
}
