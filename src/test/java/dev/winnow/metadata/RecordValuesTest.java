package dev.winnow.metadata;

import static dev.winnow.metadata.FindingsBuilder.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Metadata;
import dev.winnow.rule.Field;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that came with the record of a page: they count where the page tells none. */
class RecordValuesTest {

    @Test
    void giveAuthors() {
        Metadata metadata = page().extra("authors", Arrays.asList(" Ada  Holm", 7, null, ""))
                .read();
        assertThat(metadata.authors()).containsExactly("Ada Holm");
        assertThat(metadata.evidence()).containsEntry("authors", "input");
        assertThat(page().extra("authors", List.of("Ada Holm"))
                        .capture(Field.AUTHORS, "Jon Halder")
                        .read()
                        .authors())
                .containsExactly("Jon Halder");
        Metadata none = page().extra("authors", "Ada Holm").read();
        assertThat(none.authors()).as("no list").isEmpty();
        assertThat(none.evidence()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2019-06-02, 2019-06-02",
                "2019-06-02T18:30:00Z, 2019-06-02T18:30:00Z",
                "2019-06-02T18:30:00+03:00, 2019-06-02T18:30:00+03:00",
                "2019-06-31, -",
                "2019-06-02T18:30:00, -",
                "2 June 2019, -",
                "02/06/2019, -"
            })
    void giveADayThatIsWrittenAsInMetadata(String given, @Nullable String published) {
        Metadata metadata = page().extra("published", given).read();
        assertThat(metadata.published()).isEqualTo(published);
        assertThat(metadata.evidence().get("published")).isEqualTo(published == null ? null : "input");
        assertThat(page().extra("published", given)
                        .capture(Field.PUBLISHED, "3 June 2019")
                        .read()
                        .published())
                .isEqualTo("2019-06-03");
    }

    @Test
    void giveATitleWithoutTheSite() {
        Metadata metadata = page().site("harbour.example", "Daily Harbour")
                .extra("title", "Storm ends - Daily Harbour")
                .read();
        assertThat(metadata.title()).isEqualTo("Storm ends");
        assertThat(metadata.evidence()).containsEntry("title", "input");
        assertThat(page().extra("title", "undefined").read().title()).isNull();
    }
}
