package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.text.Folding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "Ferry service resumes after storm; FERRY SERVICE RESUMES AFTER STORM",
                "Mayor: “We hope” for rain; Mayor - 'We hope' for rain",
                "Mayor’s   plan; Mayor's plan",
                "Ferry service resumes after storm | Daily Harbour; Ferry service resumes after storm",
                "Ferry service resumes; Ferry service resumes - Harbour.example",
                "Ferry service resumes after the storm; Ferry services resume after the storm",
                "Élections à Orléans; Elections a Orleans",
                "İSTANBUL'da kar; Istanbul'da kar",
                "Storm; Storm | Daily Harbour News Today",
                "“Storm”; Storm — The Daily Harbour",
                "Élan; Elan « Daily Harbour News",
                "Elan vital; Élan vital – the Daily Harbour News",
                "Storm ends | Harbour; Storm ends :: Harbour",
                "Storm | sea; Storm | sea · Harbour",
                "Ferry 10 sails again after the storm; Ferry 10 sails again after the storms",
            })
    void same(String a, String b) {
        assertThat(Titles.same(a, b)).isTrue();
        assertThat(Titles.same(b, a)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Ferry service resumes after storm; Ferry service stops after storm",
                "Talks go on for the second week, day 1; Talks go on for the second week, day 2",
                "War; Was",
                "Ferry service resumes; Ferry service resumes - and the mayor says that all is well",
                "Storm; Storm ends",
                "Storm; Stork | Daily Harbour News",
                "Storm; Storm | The Daily Harbour News Today",
                "Storm; Storms | Daily Harbour News",
                "Storm; Storm| Daily Harbour News",
                "Storm ends; Storm en | Daily Harbour",
                "Ferry sails at 10; Ferry sails at 1",
                "Ferry sails at 10 on a Sunday in May; Ferry sails at 1 on a Sunday in May 0",
                "...; !!!",
            })
    void different(String a, String b) {
        assertThat(Titles.same(a, b)).isFalse();
        assertThat(Titles.same(b, a)).isFalse();
    }

    @Test
    void longLinesAreOnlyTheSameWhenEqual() {
        String line = "a ".repeat(100_000);
        assertThat(Titles.same(line, line + "b")).isFalse();
        assertThat(Titles.same(line, "a ".repeat(100_000))).isTrue();
    }

    /** A unit that decomposes into a letter and a point is not the letter alone. */
    @Test
    void foldsALetterAndThePointInsideItLikeBoth() {
        assertThat(Folding.fold("Co\u0140lecció"))
                .isEqualTo(Folding.fold("Col·lecció"))
                .isEqualTo("col leccio");
    }
}
