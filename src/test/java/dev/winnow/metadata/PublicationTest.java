package dev.winnow.metadata;

import static dev.winnow.metadata.FindingsBuilder.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Metadata;
import org.junit.jupiter.api.Test;

class PublicationTest {

    private static final String JSON_LD = "html/json-ld";
    private static final String OPENGRAPH = "html/opengraph";
    private static final String TIME = "html/time";
    private static final String META = "html/meta";

    @Test
    void takesTheFirstPlaceBeforeAnother() {
        assertThat(page().head("published", "2021-03-01", JSON_LD)
                        .head("published", "2021-03-08", OPENGRAPH)
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
}
