package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Metadata;
import dev.winnow.document.SourceDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where pages of HTML show the day of their publication, and which days on them are of something else. */
class DayOfPublicationTest {

    private static final Winnow WINNOW = Winnow.builder().build();

    private static final String HEADLINE = "<title>The ferry is back - Harbour News</title><h1>The ferry is back</h1>";

    private static final String PROSE =
            "<p>The first ferry left the harbour on Sunday morning, full to the last seat.</p>"
                    + "<p>It came back in the evening with the post and two goats on board.</p>"
                    + "<p>Nobody had expected so many people on the pier, least of all the woman who sells the tickets.</p>";

    private static Metadata metadata(String html) {
        return WINNOW.clean(SourceDocument.html("a.html", html)).metadata();
    }

    private static String published(String html) {
        return metadata(html).published();
    }

    @Test
    void standsBelowTheStandfirst() {
        assertThat(published(HEADLINE + "<p>After a week of storm the boats go again, said the harbour master.</p>"
                        + "<div>Ada Holm, 2 June 2019</div>" + PROSE))
                .isEqualTo("2019-06-02");
    }

    @Test
    void aCaptionBelowTheStandfirstHasADayOfItsOwn() {
        assertThat(published(HEADLINE + "<p>After a week of storm the boats go again, said the harbour master.</p>"
                        + "<figure><img><figcaption>The ferry in the old harbour, 9 April 2017</figcaption></figure>"
                        + PROSE))
                .isNull();
    }

    @Test
    void standsBelowAHeadlineThatIsNotTheMainHeading() {
        assertThat(published("<title>The ferry is back – Harbour News</title><h1>Harbour News</h1><div>1 May 2011</div>"
                        + "<div>Boats</div>".repeat(10) + "<h3>The ferry is back</h3><div>2 June 2019</div>" + PROSE))
                .isEqualTo("2019-06-02");
    }

    @Test
    void isJoinedToOtherWords() {
        assertThat(published(HEADLINE + "<div><b>Posted on</b><i>2 June 2019</i><b>Ada Holm</b></div>" + PROSE))
                .isEqualTo("2019-06-02");
        assertThat(published(HEADLINE + "<div><i>02/06/2019</i><b>by Ada Holm</b></div>" + PROSE))
                .isNull();
        assertThat(published(HEADLINE + "<div><i>06/06/2019</i><b>by Ada Holm</b></div>" + PROSE))
                .isEqualTo("2019-06-06");
    }

    @Test
    void isNotTheDayOfTheLastChange() {
        String change = HEADLINE + "<div>Ada Holm • Updated on June 20, 2019 • 3 min read</div>" + PROSE;
        assertThat(published(change)).isNull();
        assertThat(published("<meta property='article:published_time' content='2019-06-02'>" + change))
                .isEqualTo("2019-06-02");
        assertThat(published(HEADLINE + "<div>Last updated June 20, 2019, first published June 2, 2019</div>" + PROSE))
                .isEqualTo("2019-06-02");
    }

    @Test
    void isNotTheDayOnWhichAnAuthorJoined() {
        assertThat(published(HEADLINE + "<div>Ada Holm</div><div>Joined: 4 Nov 2011</div>" + PROSE))
                .isNull();
    }

    @Test
    void isNotTheDayOfAQuotationOrOfASentence() {
        assertThat(published(HEADLINE + PROSE + "<blockquote>Ada Holm (@ada) June 2, 2019</blockquote>"))
                .isNull();
        assertThat(published(HEADLINE + PROSE + "<p>The next ferry leaves on Sunday, 9 June 2019, in the morning.</p>"))
                .isNull();
    }

    @Test
    void standsAnywhereWhenALabelSaysSo() {
        assertThat(published(HEADLINE + PROSE + "<div>Date 02 June 2019</div><div>Next meeting 9 June 2019</div>"))
                .isEqualTo("2019-06-02");
        assertThat(published(HEADLINE + PROSE + "<nav><ul><li>Published: 2 June 2019</li></ul></nav>"))
                .isEqualTo("2019-06-02");
        assertThat(published(HEADLINE + PROSE + "<nav><ul><li>2 June 2019</li></ul></nav>"))
                .isNull();
    }

    @Test
    void standsInTheFooterOfTheArticle() {
        assertThat(published("<title>The ferry is back</title><article>" + PROSE
                        + "<footer><time datetime=2019-06-02>Sunday</time></footer></article>"))
                .isEqualTo("2019-06-02");
        assertThat(published("<title>The ferry is back</title><article>" + PROSE
                        + "</article><footer><time datetime=2019-06-02>Sunday</time></footer>"))
                .isNull();
    }

    @Test
    void teasersWithTheirDaysSayNothing() {
        assertThat(published(HEADLINE + PROSE + "<div>Boats</div>".repeat(8)
                        + "<div><b class=date>9 June 2019</b> Goats</div><div><b class=date>1 May 2018</b> Post</div>"))
                .isNull();
    }

    @Test
    void teasersDoNotHideWhatStandsUnderAnotherName() {
        assertThat(published(HEADLINE + PROSE + "<div class=post-created>2 June 2019</div><div>Boats</div>"
                        + "<div><b class=date>9 June 2019</b> Goats</div><div><b class=date>1 May 2018</b> Post</div>"))
                .isEqualTo("2019-06-02");
    }

    @Test
    void todayAtTheTopOfThePageGivesWayToTheDayBelowTheHeadline() {
        assertThat(published("<div>Friday, December 13, 2019</div>" + "<div>Boats</div>".repeat(6) + HEADLINE
                        + "<div>2 June 2019</div>" + PROSE))
                .isEqualTo("2019-06-02");
    }

    @Test
    void theAddressMayNameTheMonth() {
        assertThat(published(HEADLINE
                        + "<link rel=canonical href='https://harbour-news.example/boats/2019/jun/02/ferry'>" + PROSE))
                .isEqualTo("2019-06-02");
        assertThat(published(HEADLINE + "<link rel=canonical href='https://harbour-news.example/2019/boats/02/ferry'>"
                        + PROSE))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ol class=comment-list><li><b>Tom</b> <time datetime=2022-06-05>5 June 2022</time><p>Good news.</p></li></ol>",
                "<div id=kommentare><div class=kommentar><span class=date>5. Juni 2022</span><p>Gut</p></div></div>",
                "<ul class=reacties><li>Tom, 5 June 2022<p>Mooi</p></li></ul>",
                "<div itemprop=comment itemscope itemtype='https://schema.org/Comment'>"
                        + "<meta itemprop=datePublished content=2022-06-05><p>Good</p></div>",
                "<div class='u-comment h-cite'><time class=dt-published datetime=2022-06-05>5 June 2022</time></div>",
                "<article class=comment><footer><time datetime=2022-06-05>5 June 2022</time></footer><p>Good</p></article>",
                "<blockquote class=twitter-tweet><p>We did it</p>&mdash; Port (@port) <a href=x>5 June 2022</a></blockquote>",
                "<div class=tweet><p>We did it</p><a href=x><time datetime=2022-06-05>5 June 2022</time></a></div>",
                "<iframe src=x>We did it, 5 June 2022</iframe>",
                "<aside><h3>Goats</h3><p>5 June 2022</p></aside>",
                "<div class=vevent>Goat fair <time datetime=2022-06-05>5 June 2022</time></div>",
                "<script type='application/ld+json'>{'@type': 'Comment', 'datePublished': '2022-06-05'}</script>",
                "<script type='application/ld+json'>[{'@type': 'VideoObject', 'name': 'Goats', 'uploadDate': '2022-06-05'},"
                        + "{'@type': 'Event', 'startDate': '2022-06-05'},"
                        + "{'@type': 'SocialMediaPosting', 'headline': 'Hey', 'datePublished': '2022-06-05'}]</script>",
            })
    void isNotTheDayOfWhatOthersSay(String others) {
        String json = others.replace('\'', others.contains("ld+json") ? '"' : '\'');
        String article = "<article><h1>The ferry is back</h1>" + PROSE + "</article>";
        assertThat(published(article + json)).isNull();
        assertThat(published("<article><h1>The ferry is back</h1>" + json + PROSE + "</article>"))
                .isNull();
        assertThat(published("<article><h1>The ferry is back</h1><div>2 June 2019</div>" + PROSE + "</article>" + json))
                .isEqualTo("2019-06-02");
    }

    @Test
    void aBlogMarksItsOwnDayAsMicroformat() {
        assertThat(
                        published(
                                "<div class=h-entry><h1 class=p-name>The ferry is back</h1>"
                                        + "<time class=dt-published datetime=2019-06-02>Sunday</time>" + PROSE
                                        + "<div class='u-comment h-cite'><time class=dt-published datetime=2022-06-05>5 June</time></div></div>"))
                .isEqualTo("2019-06-02");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<header><div>Friday, December 13, 2019</div><nav><a href=a>Boats</a></nav></header>",
                "<div>Freitag, 13. Dezember 2019 - 14:55</div><ul><li><a href=a>Boote</a></li><li><a href=b>Sport</a></li></ul>",
                "<div class=topbar><span class=date>Friday, December 13, 2019</span></div>",
                "<div>vendredi 13 décembre 2019</div><div>Accueil Bateaux Culture</div>",
            })
    void isNotTodayAboveTheMenu(String masthead) {
        assertThat(published(masthead + HEADLINE + PROSE)).isNull();
        assertThat(published(masthead + HEADLINE + "<div>2 June 2019</div>" + PROSE))
                .isEqualTo("2019-06-02");
    }

    @Test
    void mayStandAboveTheHeadline() {
        assertThat(published("<div>2 June 2019</div>" + HEADLINE + PROSE)).isEqualTo("2019-06-02");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "Friday, December 13, 2019|Home Boats Sports Culture|Ferry is back in the harbour|By Ada Holm|2 June 2019; 2019-06-02",
                "Friday, December 13, 2019|Home Boats Sports Culture|Ferry is back in the harbour|By Ada Holm; -",
                "Friday, December 13, 2019|Boats|Sports|Culture|Weather|Ferry is back in the harbour; -",
                "2 June 2019|Ferry is back in the harbour|By Ada Holm; 2019-06-02",
                "Ferry is back in the harbour|Sunday, 2 June 2019; 2019-06-02",
            })
    void ofTextIsNotTodayAboveTheMenu(String head, String expected) {
        String text = head.replace('|', '\n') + PROSE.replaceAll("<p>", "\n").replaceAll("</p>", "");
        assertThat(WINNOW.clean(text).metadata().published()).isEqualTo(expected);
    }
}
