package dev.winnow.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plain values, as they are written in metadata. */
class TextValuesTest {

    @Test
    void haveSingleSpacesAndNothingUnseen() {
        assertThat(TextValues.plain("Storm ends")).isEqualTo("Storm ends");
        assertThat(TextValues.plain("\u00A0 Storm\n\tends ")).isEqualTo("Storm ends");
        assertThat(TextValues.plain("Storm\u00A0ends")).isEqualTo("Storm ends");
        assertThat(TextValues.plain("\uFEFFSto\u200Brm\u2060 ends\u200B")).isEqualTo("Storm ends");
        assertThat(TextValues.plain("Storm ")).isEqualTo("Storm");
    }

    @Test
    void keepJoinersThatScriptsNeed() {
        assertThat(TextValues.plain("می\u200Cروم")).isEqualTo("می\u200Cروم");
    }

    @Test
    void areAbsentWhereNothingIsToBeSeen() {
        assertThat(TextValues.plain("")).isNull();
        assertThat(TextValues.plain(" \u200B\u00A0")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "› World ›; World",
                "» Food & Drink:; Food & Drink",
                "World-wide; World-wide",
                "› 7 |; 7",
                "››; -",
                "( ); -"
            })
    void areSectionsWithoutTheSignsAround(String text, @Nullable String section) {
        assertThat(TextValues.section(text)).isEqualTo(section);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {"MOSCOW,; MOSCOW", "– Baku, –; Baku", "Washington, D.C.; Washington, D.C."})
    void arePlacesWithoutTheCommaBehind(String text, String place) {
        assertThat(TextValues.place(text)).isEqualTo(place);
    }

    @Test
    void areTagsOfFewWords() {
        String eighty = "Harbour".repeat(12).substring(0, 80);
        assertThat(TextValues.tags("Boats, a b c d e f g h, " + eighty))
                .containsExactly("Boats", "a b c d e f g h", eighty);
        assertThat(TextValues.tags("Boats, a b c d e f g h i, " + eighty + "s")).containsExactly("Boats");
    }

    @Test
    void areTheSitesByItsNameOrTheBeginningOfItsHost() {
        List<String> names = List.of("Daily Harbour", "harbour.example");
        for (String site :
                new String[] {"daily  HARBOUR", "DailyHarbour", "harbour.example", "www.harbour.example", "Harbour"}) {
            assertThat(TextValues.isSite(site, names)).as(site).isTrue();
        }
        for (String other : new String[] {"Daily", "example", "harbours", "", "–"}) {
            assertThat(TextValues.isSite(other, names)).as(other).isFalse();
        }
        assertThat(TextValues.isSite("", List.of(""))).isFalse();
    }

    @Test
    void areComparedAsAReaderDoes() {
        assertThat(TextValues.key("ÉTÉ  2019")).isEqualTo(TextValues.key("été 2019"));
        assertThat(TextValues.key("+++")).isNotEqualTo(TextValues.key("***"));
    }
}
