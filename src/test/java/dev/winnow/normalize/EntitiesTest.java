package dev.winnow.normalize;

import static dev.winnow.normalize.StepsTest.only;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities that were left over. */
class EntitiesTest {

    private static String entities(String text) {
        return only("entities", text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "&amp; &",
                "&AMP; &",
                "&COPY; ©",
                "&apos; '",
                "&thetasym; ϑ",
                "&frac12; ½",
                "&lsqb; [",
                "&commat; @",
                "&#64; @",
                "&#x40; @",
                "&#X40; @",
                "&#x1F600; 😀",
                "&#1114111; \uDBFF\uDFFF",
                "&#x9F; Ÿ",
                "&#x81; \u0081",
                "&#00064; @"
            })
    void becomeWhatTheyName(String entity, String character) {
        assertThat(entities(entity)).isEqualTo(character);
        assertThat(entities("a" + entity + entity + "b")).isEqualTo("a" + character + character + "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&#1114112;",
                "&#x110000;",
                "&a#4;",
                "&#6a4;",
                "&é;",
                "&Amp;",
                "&amp",
                "&#0000000064;",
                "&thetasymbol;"
            })
    void stayWhereTheyNameNothing(String text) {
        assertThat(entities(text)).isEqualTo(text);
    }

    @Test
    void areResolvedHoweverOftenTheyWereEscaped() {
        assertThat(entities("&amp;amp;amp;lt;")).isEqualTo("<");
        assertThat(entities("&amp;nothing;")).isEqualTo("&nothing;");
        assertThat(entities("&lt;amp;")).isEqualTo("<amp;");
    }

    @Test
    void stayWhereTheTextIsAboutThem() {
        assertThat(entities("Write &lt; for < here")).isEqualTo("Write &lt; for < here");
        assertThat(entities("Write &eacute; for é here")).isEqualTo("Write &eacute; for é here");
    }

    @Test
    void areNotWhatATextIsAboutWhereTheirMeaningStandsElsewhere() {
        assertThat(entities("Write &lt; here\nand < there")).isEqualTo("Write < here\nand < there");
        assertThat(entities("Write < here\nand &lt; there")).isEqualTo("Write < here\nand < there");
        assertThat(entities("Write &eacute; or é" + "t".repeat(3))).isEqualTo("Write é or éttt");
        assertThat(entities("caf&eacute; and é")).as("in a word").isEqualTo("café and é");
        assertThat(entities("&eacute;t&eacute; and é")).as("in a word").isEqualTo("été and é");
        assertThat(entities("5 &euro; or 5 €"))
                .as("a sign needs no explanation")
                .isEqualTo("5 € or 5 €");
        String far = "-".repeat(79);
        assertThat(entities("&lt;" + far + "<")).isEqualTo("&lt;" + far + "<");
        assertThat(entities("&lt;-" + far + "<")).as("far away").isEqualTo("<-" + far + "<");
        assertThat(entities("<" + far + "&lt;")).isEqualTo("<" + far + "&lt;");
        assertThat(entities("<-" + far + "&lt;")).as("far away").isEqualTo("<-" + far + "<");
    }

    @Test
    void areAllResolvedWhereFewOfThemAreShown() {
        assertThat(entities("Write &lt; for < here, &eacute;t&eacute; &agrave;"))
                .isEqualTo("Write < for < here, été à");
        assertThat(entities("Write &lt; for < here, &eacute;t&eacute;"))
                .isEqualTo("Write &lt; for < here, &eacute;t&eacute;");
    }
}
