package dev.winnow.metadata;

import static dev.winnow.metadata.FindingsBuilder.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Metadata;
import dev.winnow.document.UndecidedDate;
import dev.winnow.rule.DateSettings.Order;
import dev.winnow.rule.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    private static String published(FindingsBuilder page) {
        return page.read().published();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "DMY; 11/04/2017; 2017-04-11",
                "MDY; 11/04/2017; 2017-11-04",
                "DMY; 11.04.17; 2017-04-11",
                "YMD; 17/04/11; 2017-04-11",
                "MDY; 04/11/99; 1999-04-11",
                "DMY; 04/13/2017; 2017-04-13",
                "MDY; 13/04/2017; 2017-04-13",
                "DMY; 2017-04-11; 2017-04-11",
                "DMY; 31/04/2017; -",
                "DMY; 31 April 2017; -",
                "DMY; 29.02.2017; -",
                "DMY; 29.02.2016; 2016-02-29",
            })
    void takesOrderFromSettings(Order order, String text, String expected) {
        assertThat(published(page().order(order).capture(Field.PUBLISHED, text)))
                .isEqualTo(expected);
    }

    @Test
    void leavesUnknownOrderUndecidedWithBothReadings() {
        Metadata metadata = page().capture(Field.PUBLISHED, "11/04/2017").read();
        assertThat(metadata.published()).isNull();
        assertThat(metadata.undecided())
                .containsExactly(new UndecidedDate("published", "11/04/2017", List.of("2017-04-11", "2017-11-04")));
        assertThat(metadata.evidence()).isEmpty();
    }

    @Test
    void leavesTwoDigitYearUndecidedWithoutOrder() {
        assertThat(page().capture(Field.PUBLISHED, "11/04/17")
                        .read()
                        .undecided()
                        .get(0)
                        .candidates())
                .containsExactly("2017-04-11", "2017-11-04", "2011-04-17");
    }

    @ParameterizedTest
    @CsvSource({"13/04/2017,2017-04-13", "04/13/2017,2017-04-13", "04/04/2017,2017-04-04", "31/12/99,1999-12-31"})
    void settlesOrderByTheDateItself(String text, String expected) {
        assertThat(published(page().capture(Field.PUBLISHED, text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/2017/04/11/x,2017-04-11",
        "https://a.example/2017/11/04/x,2017-11-04",
        "https://a.example/news-2017-04-11.html,2017-04-11",
        "https://a.example/20170411/x,2017-04-11",
        "https://a.example/2017/04/x,2017-04-11",
        "https://a.example/2017/4/12/x,2017-04-11",
    })
    void settlesOrderByUrl(String url, String expected) {
        assertThat(page().url(url).capture(Field.MODIFIED, "11/04/2017").read().modified())
                .isEqualTo(expected);
    }

    @Test
    void otherDateInUrlSettlesNothing() {
        assertThat(page().url("https://a.example/2017/08/08/x")
                        .capture(Field.MODIFIED, "11/04/2017")
                        .read()
                        .modified())
                .isNull();
    }

    @Test
    void settlesOrderByAnotherDateOfTheDocument() {
        assertThat(published(page().capture(Field.PUBLISHED, "11/04/2017").capture(Field.MODIFIED, "April 11, 2017")))
                .isEqualTo("2017-04-11");
        assertThat(published(page().capture(Field.PUBLISHED, "11/04/2017").capture(Field.DATELINE_DATE, "April 10")))
                .isEqualTo("2017-04-11");
    }

    @Test
    void settlesOrderByAnotherDateOfTheSameForm() {
        Metadata metadata = page().capture(Field.PUBLISHED, "11/04/2017")
                .capture(Field.MODIFIED, "25/04/2017")
                .read();
        assertThat(metadata.published()).isEqualTo("2017-04-11");
        assertThat(metadata.modified()).isEqualTo("2017-04-25");
    }

    @Test
    void settlesOrderByCrawlDate() {
        assertThat(published(page().crawled("2017-05-02").capture(Field.PUBLISHED, "11/04/2017")))
                .isEqualTo("2017-04-11");
        assertThat(published(page().crawled("2025-05-02").capture(Field.PUBLISHED, "11/04/2017")))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2018-02-12T08:49:00+04:00,,2018-02-12T08:49:00+04:00",
        "12 February 2018 08:49 (UTC +04:00),+03:00,2018-02-12T08:49:00+04:00",
        "12 February 2018 08:49,+03:00,2018-02-12T08:49:00+03:00",
        "12 February 2018 08:49,,2018-02-12T08:49:00",
        "12 February 2018 08:49 GMT,,2018-02-12T08:49:00+00:00",
        "12 February 2018 08:49 ET,-05:00,2018-02-12T08:49:00",
        "12 February 2018 00:05,,2018-02-12T00:05:00",
        "12 February 2018 08:49:31,,2018-02-12T08:49:31",
        "12 February 2018,+03:00,2018-02-12",
    })
    void writesTimeWithZoneOfTextOrSettings(String text, String zone, String expected) {
        FindingsBuilder page = page();
        assertThat(published((zone == null ? page : page.zone(zone)).capture(Field.PUBLISHED, text)))
                .isEqualTo(expected);
    }

    @Test
    void addsTimeThatStandsBesideDate() {
        assertThat(published(
                        page().capture(Field.PUBLISHED, "08:49 MSK").sameMatch(Field.PUBLISHED, "12 February 2018")))
                .isEqualTo("2018-02-12T08:49:00+03:00");
    }

    @Test
    void takesTimeFromAnotherLineOfTheSameDay() {
        assertThat(published(page().zone("+03:00")
                        .capture(Field.PUBLISHED, "2018-05-31")
                        .capture(Field.PUBLISHED, "May 31, 12:00 UTC+3")))
                .isEqualTo("2018-05-31T12:00:00+03:00");
        assertThat(published(
                        page().capture(Field.PUBLISHED, "2018-05-31").capture(Field.PUBLISHED, "June 1, 2018 12:00")))
                .isEqualTo("2018-05-31");
        assertThat(published(page().capture(Field.PUBLISHED, "May 31, 12:00"))).isEqualTo("--05-31");
    }

    @Test
    void siteGoesBeforeCommonAndEarlierBeforeLater() {
        Metadata metadata = page().capture(Field.PUBLISHED, "1 March 2018")
                .capture(Field.PUBLISHED, "2 March 2018")
                .bySite()
                .capture(Field.PUBLISHED, "3 March 2018")
                .capture(Field.PUBLISHED, "4 March 2018")
                .read();
        assertThat(metadata.published()).isEqualTo("2018-03-03");
        assertThat(metadata.evidence()).containsEntry("published", "site/published2");
    }

    @Test
    void unreadableDateGivesWayToTheNext() {
        assertThat(published(page().capture(Field.PUBLISHED, "31 April 2018").capture(Field.PUBLISHED, "2 May 2018")))
                .isEqualTo("2018-05-02");
    }

    @Test
    void datelineStaysWithoutYear() {
        assertThat(page().capture(Field.DATELINE_DATE, "April 11").read().datelineDate())
                .isEqualTo("--04-11");
        assertThat(page().capture(Field.DATELINE_DATE, "Feb. 29").read().datelineDate())
                .isEqualTo("--02-29");
        assertThat(page().capture(Field.DATELINE_DATE, "April 31").read().datelineDate())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "April 11,2017-04-11,2017-04-11",
        "April 11,2017-04-12,2017-04-11",
        "April 11,2017-04-10,2017-04-11",
        "April 11,2017-04-09,--04-11",
        "Dec. 31,2017-01-01,2016-12-31",
        "Jan. 1,2016-12-31,2017-01-01",
        "Jan. 1,2017-12-30,--01-01",
        "April 11,2017-04-18,2017-04-11",
        "April 11,2017-06-01,--04-11",
    })
    void datelineTakesYearFromPublication(String text, String published, String expected) {
        assertThat(page().capture(Field.PUBLISHED, published)
                        .capture(Field.DATELINE_DATE, text)
                        .read()
                        .datelineDate())
                .isEqualTo(expected);
    }

    @Test
    void datelineTakesYearFromUrlOrCrawl() {
        assertThat(page().url("https://a.example/2017/04/x")
                        .capture(Field.DATELINE_DATE, "April 11")
                        .read()
                        .datelineDate())
                .isEqualTo("2017-04-11");
        assertThat(page().crawled("2017-04-12")
                        .capture(Field.DATELINE_DATE, "April 11")
                        .read()
                        .datelineDate())
                .isEqualTo("2017-04-11");
        assertThat(page().crawled("2025-10-06")
                        .capture(Field.DATELINE_DATE, "April 11")
                        .read()
                        .datelineDate())
                .isEqualTo("--04-11");
    }

    @Test
    void theDayInItsUrlDatesAPageThatTellsNone() {
        Metadata metadata = page().url("https://a.example/2017/04/11/x").read();
        assertThat(metadata.published()).isEqualTo("2017-04-11");
        assertThat(metadata.modified()).isNull();
        assertThat(metadata.evidence()).containsEntry("published", "text/url");
        assertThat(published(page().url("https://a.example/2017/04/x"))).isNull();
    }

    @Test
    void hostileTextIsNoDate() {
        assertThat(published(page().capture(Field.PUBLISHED, "1/".repeat(100_000))))
                .isNull();
        assertThat(published(page().capture(Field.PUBLISHED, ""))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2 June 2021, 2021-06-02",
        "3 June 2021,",
        "3 May 2031,",
        "2021-06-02T00:10:00+14:00, 2021-06-02T00:10:00+14:00"
    })
    void noDayIsLaterThanTheOneAfterThePageWasFetched(String text, String expected) {
        assertThat(published(page().crawled("2021-06-01").capture(Field.PUBLISHED, text)))
                .isEqualTo(expected);
        assertThat(published(page().crawled("2021-06-01").head("published", text, "html/opengraph")))
                .isEqualTo(expected);
    }

    @Test
    void noChangeIsLaterThanThePage() {
        assertThat(page().crawled("2021-06-01")
                        .capture(Field.MODIFIED, "3 May 2031")
                        .read()
                        .modified())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2564-06-06, th, 2021-06-06",
        "2564-06-06, en,",
        "1400-03-16, fa, 2021-06-06",
        "1400-03-16, ar,",
        "2078-02-23, ne,"
    })
    void aYearOfAnotherCalendarCountsInItsLanguage(String text, String language, String expected) {
        assertThat(published(page().head("published", text, "html/opengraph").head("language", language, "html/lang")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Europe/Rome, 2 January 2019 10:00, 2019-01-02T10:00:00+01:00",
                "Europe/Rome, 2 July 2019 10:00, 2019-07-02T10:00:00+02:00",
                "Europe/Rome, 2 July 2019 10:00 UTC, 2019-07-02T10:00:00+00:00",
            })
    void aZoneByNameHasItsSummerTime(String zone, String text, String expected) {
        assertThat(published(page().zone(zone).capture(Field.PUBLISHED, text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = ';',
            value = {
                "2021-06-02; 3 days ago; 2021-05-30",
                "2021-06-02; yesterday, 12:30; 2021-06-01T12:30:00",
                "2021-06-02; 10 minutes ago; 2021-06-02",
                "2021-06-02; 2 weeks ago; -",
                "-; 3 days ago; -",
            })
    void aTimeAgoCountsFromTheDayOfTheCrawl(String crawled, String text, String expected) {
        FindingsBuilder page = crawled == null ? page() : page().crawled(crawled);
        assertThat(published(page.capture(Field.PUBLISHED, text))).isEqualTo(expected);
    }

    @Test
    void hoursAgoMayBeTheDayBefore() {
        assertThat(page().crawled("2021-06-02")
                        .capture(Field.PUBLISHED, "2 hours ago")
                        .read()
                        .undecided())
                .containsExactly(new UndecidedDate("published", "2 hours ago", List.of("2021-06-02", "2021-06-01")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2021-06-02T14:05:00Z; 2 hours ago; 2021-06-02",
                "2021-06-02 01:05; 2 hours ago; 2021-06-01",
                "2021-06-02T00:05:00+02:00; 10 minutes ago; 2021-06-01",
                "2021-06-02T14:05:00Z; 3 days ago; 2021-05-30",
            })
    void hoursAgoCountFromTheHourOfTheCrawl(String crawled, String text, String expected) {
        assertThat(published(page().crawledAt(crawled).capture(Field.PUBLISHED, text)))
                .isEqualTo(expected);
    }

    @Test
    void aDateIsFoundAmongOtherWords() {
        assertThat(published(page().nearTitle("Ada Holm | 6 June 2021 | News"))).isEqualTo("2021-06-06");
        assertThat(published(page().capture(Field.PUBLISHED, "Ada Holm | 6 June 2021 | News")))
                .isEqualTo("2021-06-06");
        assertThat(published(page().nearTitle("Updated on 6 June 2021 by Ada Holm")))
                .as("of something else")
                .isNull();
        assertThat(published(page().nearTitle("Ada Holm | News"))).isNull();
    }
}
