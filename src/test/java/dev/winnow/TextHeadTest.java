package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Metadata;
import dev.winnow.document.SourceDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Title, site and day of pages whose markup is lost: the browser's title first, then all lines of the page. */
class TextHeadTest {

    private static final Winnow WINNOW = Winnow.builder().build();

    private static final String MENU = "Home\nNews\nSport\nWeather\nHarbour notes\nSubscribe\n";

    private static final String PROSE = """
            The first ferry left the harbour of Vallmark on Sunday morning, full to the last seat, and the town saw it off.
            It came back in the evening with the post and two goats on board, and nobody had paid for either of them.
            The captain said that the goats had been quieter than most of her passengers, and that they may come again.
            """;

    private static Metadata read(String text) {
        return read(text, Map.of());
    }

    private static Metadata read(String text, Map<String, Object> extra) {
        return WINNOW.clean(SourceDocument.builder("a", SourceDocument.Form.TEXT, text)
                        .url("https://www.vallmark-courier.example/news/17")
                        .extra(extra)
                        .build())
                .metadata();
    }

    @Test
    void takesTheHeadlineThatSaysTheTitleWithoutTheSite() {
        Metadata metadata =
                read("Ferry returns with goats - Vallmark Courier\n" + MENU + "Ferry returns with goats\n" + PROSE);
        assertThat(metadata.title()).isEqualTo("Ferry returns with goats");
        assertThat(metadata.siteName()).isEqualTo("Vallmark Courier");
        assertThat(metadata.evidence())
                .containsEntry("title", "mechanism/headline")
                .containsEntry("site_name", "mechanism/page-title");
    }

    @Test
    void takesATitleThatBeginsWithANumber() {
        assertThat(read("26 goats on board\n" + MENU + "26 goats on board\n" + PROSE)
                        .title())
                .isEqualTo("26 goats on board");
    }

    @Test
    void takesTheHeadlineThatSharesMostWordsWithTheTitle() {
        Metadata metadata = read("Vallmark ferry: why two goats came back with the captain\n" + MENU
                + "Captain brings two goats back to Vallmark\nBy the harbour desk\n" + PROSE);
        assertThat(metadata.title()).isEqualTo("Captain brings two goats back to Vallmark");
    }

    @Test
    void takesTheTitleWhoseWordsTheArticleSays() {
        Metadata metadata = read("Goats quieter than ferry passengers | Vallmark Courier\n" + MENU + PROSE);
        assertThat(metadata.title()).isEqualTo("Goats quieter than ferry passengers");
        assertThat(metadata.evidence()).containsEntry("title", "mechanism/page-title");
    }

    @Test
    void leavesATitleOfWhichTheArticleSaysNothing() {
        assertThat(read("Weather radar and tide tables\n" + MENU + PROSE).title())
                .isNull();
    }

    @Test
    void prefersTheFirstPartOfTheTitleToTheSlogan() {
        assertThat(read("Two goats – News from the water – Vallmark Courier\n" + MENU
                                + "News from the water\nTwo goats\n" + PROSE)
                        .title())
                .isEqualTo("Two goats");
    }

    @Test
    void takesTheDateBesideTheHeadlineAndNotThatOfTheMasthead() {
        Metadata metadata = read("Ferry returns with goats - Vallmark Courier\nTuesday, 8 June 2021\n" + MENU
                + "Ferry returns with goats\nHarbour desk | 6 June 2021, 18:30\nShare\n" + PROSE);
        assertThat(metadata.published()).startsWith("2021-06-06");
        assertThat(metadata.evidence()).containsEntry("published", "mechanism/date-near-title");
    }

    @Test
    void leavesTheDateOfTheLastChangeAsSuch() {
        Metadata metadata = read("Ferry returns with goats - Vallmark Courier\n" + MENU
                + "Ferry returns with goats\nLast updated 8 June 2021\n" + PROSE);
        assertThat(metadata.published()).isNull();
        assertThat(metadata.modified()).isEqualTo("2021-06-08");
    }

    @Test
    void leavesTheDateThatTheTextTellsOf() {
        assertThat(read("Ferry returns with goats - Vallmark Courier\n" + MENU + "Ferry returns with goats\n" + PROSE
                                + "The ferry was built on 6 June 1921 in a yard that has long been a swimming pool.\n")
                        .published())
                .isNull();
    }

    @Test
    void takesTheDayThatThePagesCallsItsPublicationBeforeTheMastheads() {
        Metadata metadata =
                read("Goats quieter than ferry passengers\nHome\nTuesday, 8 June 2021\nNews\nTuesday, 8 June 2021\n"
                        + "Goats came back with the post\nPublished: 6 June 2021\n" + PROSE);
        assertThat(metadata.published()).isEqualTo("2021-06-06");
    }

    @Test
    void leavesDatesBehindATimeAgoOfWhichTheDayIsNotKnown() {
        assertThat(read(TITLED + "Start date 26 minutes ago\nAda Holm\nMay 11, 2017\n" + PROSE)
                        .published())
                .isNull();
    }

    @Test
    void leavesTheDateOfAQuotation() {
        assertThat(read(TITLED + PROSE.lines().findFirst().orElseThrow() + "\n— Ada Holm (@ada) 5 June 2021\n" + PROSE)
                        .published())
                .isNull();
    }

    @Test
    void leavesTheDayOfAnEdit() {
        assertThat(read(TITLED + "edited Jul 5, 2020 at 10:00\nFeb 4, 2014 at 13:02\n" + PROSE)
                        .published())
                .startsWith("2014-02-04");
    }

    private static Metadata at(String url, String text) {
        return WINNOW.clean(SourceDocument.of("a", text).toBuilder().url(url).build())
                .metadata();
    }

    @Test
    void takesTheDayOfTheAddressWhereNoLineTellsIt() {
        Metadata metadata = at("https://vallmark-courier.example/2021/06/06/goats", TITLED + PROSE);
        assertThat(metadata.published()).isEqualTo("2021-06-06");
        assertThat(metadata.evidence()).containsEntry("published", "text/url");
    }

    @Test
    void takesTheDayNearTheHeadlineBeforeThatOfTheAddress() {
        assertThat(at("https://vallmark-courier.example/2021/06/06/goats", TITLED + "3 June 2021, 18:30\n" + PROSE)
                        .published())
                .startsWith("2021-06-03");
    }

    @Test
    void takesTheTimeOfALineWithTheDayOfTheAddress() {
        assertThat(at("https://vallmark-courier.example/2021/06/06/goats", TITLED + "6 June 2021, 18:30\n" + PROSE)
                        .published())
                .isEqualTo("2021-06-06T18:30:00");
    }

    @Test
    void leavesTheTitleThatCameWithThePage() {
        Metadata metadata = read(
                "Goats on a boat\nFerry returns with goats\n6 June 2021\n" + PROSE,
                Map.of("title", "Ferry returns with goats"));
        assertThat(metadata.title()).isEqualTo("Ferry returns with goats");
        assertThat(metadata.published()).isEqualTo("2021-06-06");
    }

    @Test
    void readsTitlesInScriptsWithoutSpaces() {
        String prose = """
                渡船星期天早上离开瓦尔马克港，船上坐满了人，全镇的人都来送行，孩子们挥着手帕，一直站到中午才回家。
                傍晚它带着邮件和两只山羊回来了，谁也没有替山羊买票，船长说山羊比大多数乘客都要安静，以后还可以再来。
                镇长说，山羊可以免费乘船，但是必须有人陪同，他还说邮件这一次比平时早到了整整两个小时，大家都很高兴。
                """;
        Metadata metadata = read("渡船带着两只山羊回到港口_新闻_瓦尔马克信使\n首页\n新闻\n体育\n渡船带着两只山羊回到港口\n2021年6月6日 18:30\n" + prose);
        assertThat(metadata.title()).isEqualTo("渡船带着两只山羊回到港口");
        assertThat(metadata.published()).startsWith("2021-06-06");
    }

    private static final String TITLED =
            "Ferry returns with goats - Vallmark Courier\n" + MENU + "Ferry returns with goats\n";

    private static List<String> authors(String head) {
        return read(TITLED + head + PROSE).authors();
    }

    @Test
    void takesAuthorsBehindAWordForBy() {
        assertThat(authors("Share\nBy Ada Holm and Jaro Benes, harbour reporters\n"))
                .containsExactly("Ada Holm", "Jaro Benes");
        assertThat(authors("6 June 2021, 18:30 von Ada Holm\n")).containsExactly("Ada Holm");
        assertThat(authors("ByAda Holm\n")).containsExactly("Ada Holm");
        assertThat(read(TITLED + "By Ada Holm\n" + PROSE).evidence())
                .containsEntry("authors", "mechanism/byline-near-title");
    }

    @Test
    void takesNamesBelowAWordForBy() {
        assertThat(authors("By\nAda Holm1,\nJaro Benes &\nShow all\n")).containsExactly("Ada Holm", "Jaro Benes");
    }

    @Test
    void takesTheNameInTheLineOfTheDate() {
        assertThat(authors("Ada Holm | 6 June 2021 | Harbour\n")).containsExactly("Ada Holm");
        assertThat(authors("Ada Holm2 hours ago\n")).containsExactly("Ada Holm");
        assertThat(authors("6 June 2021, 18:30 Ada Holm\n")).containsExactly("Ada Holm");
    }

    @Test
    void takesTheNameBesideTheLineOfTheDate() {
        assertThat(authors("Ada Holm\n6 June 2021\n")).containsExactly("Ada Holm");
        assertThat(authors("Ada Holm\nVallmark\n6 June 2021\n")).containsExactly("Ada Holm");
    }

    @Test
    void leavesEntriesOfTheMenuBesideTheDate() {
        assertThat(authors("Harbour Notes\n6 June 2021\n")).isEmpty();
    }

    @Test
    void leavesNamesThatNothingCallsAuthors() {
        assertThat(authors("Ada Holm\nShare this\n")).isEmpty();
        assertThat(authors("Last Modified\n6 June 2021\n")).isEmpty();
        assertThat(authors("By Monday\n")).isEmpty();
    }

    @Test
    void leavesTheSiteAsItsAuthor() {
        assertThat(authors("By Vallmark Courier\n6 June 2021\n")).isEmpty();
    }
}
