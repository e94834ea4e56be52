package dev.winnow.metadata;

import static dev.winnow.metadata.FindingsBuilder.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Metadata;
import dev.winnow.document.UndecidedDate;
import dev.winnow.rule.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicationTest {

    private static final String JSON_LD = "html/json-ld";
    private static final String OPENGRAPH = "html/opengraph";
    private static final String TIME = "html/time";
    private static final String META = "html/meta";
    private static final String MICRODATA = "html/microdata";

    @Test
    void takesTheFirstPlaceBeforeAnother() {
        assertThat(page().head("published", "2021-03-01", JSON_LD)
                        .head("published", "2021-03-08", OPENGRAPH)
                        .read()
                        .published())
                .isEqualTo("2021-03-01");
    }

    @Test
    void takesTheFirstOfSeveralDaysThatThePageStatesForPrograms() {
        assertThat(page().head("published", "2021-03-01", OPENGRAPH)
                        .head("published", "2021-05-08", OPENGRAPH)
                        .read()
                        .published())
                .isEqualTo("2021-03-01");
    }

    @Test
    void believesTwoPlacesThatAgreeAgainstOne() {
        Metadata metadata = page().head("published", "2015-01-16T14:53:35+01:00", JSON_LD)
                .head("published", "2017-12-01T12:01:11+01:00", OPENGRAPH)
                .head("published", "2017-12-01", TIME)
                .read();
        assertThat(metadata.published()).isEqualTo("2017-12-01T12:01:11+01:00");
        assertThat(metadata.evidence()).containsEntry("published", OPENGRAPH);
    }

    @Test
    void countsRepeatedValuesOfOnePlaceOnce() {
        assertThat(page().head("published", "2021-03-01", JSON_LD)
                        .head("published", "2021-03-08", TIME)
                        .head("published", "2021-03-08T10:00:00+01:00", TIME)
                        .read()
                        .published())
                .isEqualTo("2021-03-01");
    }

    @Test
    void anUnnamedTimeOfTheLastChangeGivesWay() {
        assertThat(page().head("published", "2018-03-06T19:49:32-05:00", TIME)
                        .head("published", "2016-12-21T23:49:10Z", META)
                        .head("modified", "2018-03-06", META)
                        .capture(Field.PUBLISHED, "21 December 2016")
                        .read()
                        .published())
                .startsWith("2016-12-21");
    }

    @Test
    void theDayShownGoesBeforeTheDayInUtc() {
        assertThat(page().head("published", "2022-05-04T00:25:56Z", JSON_LD)
                        .head("published", "3 May 2022", TIME)
                        .read()
                        .published())
                .isEqualTo("2022-05-03");
        assertThat(page().head("published", "2019-10-18T22:04:00Z", JSON_LD)
                        .head("published", "2019-10-19T00:04:00+02:00", META)
                        .read()
                        .published())
                .isEqualTo("2019-10-19T00:04:00+02:00");
    }

    @Test
    void noZoneMakesAnotherDayOfNoon() {
        assertThat(page().head("published", "2022-05-04T12:25:56Z", JSON_LD)
                        .head("published", "3 May 2022", TIME)
                        .read()
                        .published())
                .isEqualTo("2022-05-04T12:25:56+00:00");
    }

    @Test
    void aTimeWithAnotherZoneIsNotMoved() {
        assertThat(page().head("published", "2022-05-04T00:25:56-03:00", JSON_LD)
                        .head("published", "3 May 2022", TIME)
                        .read()
                        .published())
                .isEqualTo("2022-05-04T00:25:56-03:00");
    }

    @Test
    void aDayForProgramsOnlyIsOpenWhenThePageShowsThatOfAChange() {
        Metadata metadata = page().head("published", "2020-03-10T15:30:00Z", OPENGRAPH)
                .head("published", "2025-02-12T13:28:34+05:30", TIME)
                .head("modified", "2025-02-12T13:28:34Z", OPENGRAPH)
                .capture(Field.PUBLISHED, "12 February 2025")
                .read();
        assertThat(metadata.published()).isNull();
        assertThat(metadata.evidence()).doesNotContainKey("published");
        assertThat(metadata.undecided())
                .containsExactly(new UndecidedDate(
                        "published",
                        "2020-03-10T15:30:00Z",
                        List.of("2020-03-10T15:30:00+00:00", "2025-02-12T13:28:34+00:00")));
    }

    @Test
    void aDayForProgramsOnlyIsOpenWhenThePageWasChangedLater() {
        assertThat(page().head("published", "2020-03-10", JSON_LD)
                        .head("published", "2020-03-10", OPENGRAPH)
                        .head("modified", "2020-03-12", JSON_LD)
                        .read()
                        .published())
                .isNull();
        assertThat(page().head("published", "2020-03-10", JSON_LD)
                        .head("modified", "2020-03-11", JSON_LD)
                        .read()
                        .published())
                .isEqualTo("2020-03-10");
    }

    @Test
    void aLaterChangeDoesNotMatterWhereThePageOrItsAddressShowsTheDay() {
        assertThat(page().head("published", "2020-03-10", JSON_LD)
                        .head("modified", "2021-03-12", JSON_LD)
                        .capture(Field.PUBLISHED, "10 March 2020")
                        .read()
                        .published())
                .isEqualTo("2020-03-10");
        assertThat(page().head("published", "2020-03-10", JSON_LD)
                        .head("modified", "2021-03-12", JSON_LD)
                        .head("published", "2020-03-10", "html/url")
                        .read()
                        .published())
                .isEqualTo("2020-03-10");
    }

    @Test
    void aDayOfChangeThatIsCalledThatOfPublicationCounts() {
        assertThat(page().head("published", "2023-11-03T10:25:56Z", JSON_LD)
                        .head("published", "2023-11-06T14:25:00Z", OPENGRAPH)
                        .head("published", "2023-11-06T15:25:00+01:00", TIME)
                        .head("modified", "2023-11-06T14:26:51Z", OPENGRAPH)
                        .read()
                        .published())
                .startsWith("2023-11-06");
    }

    @Test
    void microdataOfSeveralDaysAreOfTeasers() {
        assertThat(page().head("published", "2023-10-10", MICRODATA)
                        .head("published", "2020-07-06", MICRODATA)
                        .head("published", "2023-10-18", META)
                        .read()
                        .published())
                .isEqualTo("2023-10-18");
        assertThat(page().head("published", "2023-10-10", MICRODATA)
                        .head("published", "2023-10-10T10:00:00+02:00", MICRODATA)
                        .read()
                        .published())
                .isEqualTo("2023-10-10T10:00:00+02:00");
    }

    private static String published(FindingsBuilder page) {
        return page.read().published();
    }

    @Test
    void aDayNearTheHeadlineGoesBeforeOneThatStandsAlone() {
        assertThat(published(page().head("published", "2021-03-01", JSON_LD).nearTitle("5 March 2021")))
                .isEqualTo("2021-03-05");
        assertThat(published(page().head("published", "2021-03-01", JSON_LD)
                        .head("published", "2021-03-01", OPENGRAPH)
                        .nearTitle("5 March 2021")))
                .as("two places agree")
                .isEqualTo("2021-03-01");
        assertThat(published(page().head("published", "2021-03-01", JSON_LD).head("published", "2021-03-05", TIME)))
                .as("a time anywhere on the page is not near the headline")
                .isEqualTo("2021-03-01");
    }

    @Test
    void aDayNearTheHeadlineMayBeThatOfAnotherZone() {
        assertThat(published(page().head("published", "2021-03-01T23:00:00-05:00", JSON_LD)
                        .nearTitle("2 March 2021")))
                .isEqualTo("2021-03-01T23:00:00-05:00");
        assertThat(published(page().head("published", "2021-03-01T23:00:00-05:00", JSON_LD)
                        .nearTitle("3 March 2021")))
                .isEqualTo("2021-03-03");
        assertThat(published(page().head("published", "2021-03-01", JSON_LD).nearTitle("2 March 2021")))
                .as("a day without a time has no zone")
                .isEqualTo("2021-03-02");
    }

    @Test
    void theDayOfTheLastChangeNearTheHeadlineIsNone() {
        assertThat(published(page().head("published", "2021-03-08", JSON_LD)
                        .head("modified", "2021-03-05", JSON_LD)
                        .nearTitle("5 March 2021")))
                .isEqualTo("2021-03-08");
    }

    @Test
    void whatThePageShowsIsOnePlace() {
        assertThat(published(page().head("published", "2021-03-01", META)
                        .head("published", "2021-03-05", TIME)
                        .capture(Field.PUBLISHED, "5 March 2021")))
                .isEqualTo("2021-03-01");
    }

    @Test
    void theHourTellsWhichDayItMayBeElsewhere() {
        assertThat(published(page().head("published", "2022-05-04T10:00:00Z", JSON_LD)
                        .head("published", "5 May 2022", TIME)))
                .isEqualTo("2022-05-05");
        assertThat(published(page().head("published", "2022-05-04T09:59:00Z", JSON_LD)
                        .head("published", "5 May 2022", TIME)))
                .isEqualTo("2022-05-04T09:59:00+00:00");
        assertThat(published(page().head("published", "2022-05-04T11:59:00Z", JSON_LD)
                        .head("published", "3 May 2022", TIME)))
                .isEqualTo("2022-05-03");
        assertThat(published(page().head("published", "2022-05-04T12:00:00Z", JSON_LD)
                        .head("published", "3 May 2022", TIME)))
                .isEqualTo("2022-05-04T12:00:00+00:00");
        assertThat(published(page().head("published", "2022-05-04T00:25:00Z", JSON_LD)
                        .head("published", "3 May 2022", TIME)
                        .head("published", "2022-05-04T02:25:00+02:00", META)))
                .as("another time says the same day")
                .startsWith("2022-05-04");
    }

    @Test
    void linesAnywhereCountWhereAllHoldOneDay() {
        assertThat(published(page().onPage("5 March 2021", false).onPage("2021-03-05", false)))
                .isEqualTo("2021-03-05");
        assertThat(published(page().onPage("5 March 2021", false).onPage("6 March 2021", false)))
                .isNull();
        assertThat(published(page().head("published", "2021-03-01", META).onPage("5 March 2021", false)))
                .isEqualTo("2021-03-01");
    }

    @Test
    void linesThatAreCalledSoGoBeforeOthers() {
        assertThat(published(page().onPage("5 March 2021", false).onPage("Published 6 March 2021", false)))
                .isEqualTo("2021-03-06");
        assertThat(published(page().onPage("5 March 2021", true))).isNull();
        assertThat(published(page().onPage("Published 5 March 2021", true))).isEqualTo("2021-03-05");
        assertThat(published(page().onPage("Updated 5 March 2021", false))).isNull();
    }

    @Test
    void severalDaysOfOneSelectorAreOfAList() {
        assertThat(published(page().selected(Field.PUBLISHED, "5 March 2021", 0)
                        .selected(Field.PUBLISHED, "8 March 2021", 0)))
                .isNull();
        assertThat(published(page().selected(Field.PUBLISHED, "5 March 2021", 0)
                        .selected(Field.PUBLISHED, "6 March 2021", 0)))
                .isEqualTo("2021-03-05");
        assertThat(published(page().selected(Field.PUBLISHED, "5 March 2021", 0)
                        .selected(Field.PUBLISHED, "8 March 2021", 1)))
                .as("another selector")
                .isEqualTo("2021-03-05");
    }

    @Test
    void aSitesOwnRulesAreNotWeighed() {
        assertThat(published(page().bySite()
                        .capture(Field.PUBLISHED, "5 March 2021")
                        .head("published", "2021-03-01", JSON_LD)
                        .head("published", "2021-03-01", OPENGRAPH)
                        .head("modified", "2021-06-01", JSON_LD)))
                .isEqualTo("2021-03-05");
    }
}
