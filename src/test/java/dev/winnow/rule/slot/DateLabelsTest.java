package dev.winnow.rule.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.slot.DateLabels.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateLabelsTest {

    private static final DateLabels LABELS = new DateLabels(TestLexicons.shipped());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Published",
                "Ada Holm | Posted on ",
                "Datum",
                "Datum: ",
                "Updated 3 May, originally published on "
            })
    void publication(String words) {
        assertThat(LABELS.of(words)).isEqualTo(Meaning.PUBLICATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Last updated: ",
                "By Ada Holm Updated ",
                "23 replies, last post by Ada ",
                "Registriert: ",
                "Published by Ada Holm, last updated on ",
                "Ada HolmUpdated "
            })
    void somethingElse(String words) {
        assertThat(LABELS.of(words)).isEqualTo(Meaning.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "By Ada Holm ", "Unpublished ", "outdated ", "Posteddate "})
    void saysNothing(String words) {
        assertThat(LABELS.of(words)).isEqualTo(Meaning.UNKNOWN);
    }

    @Test
    void nothingIsKnownWithoutLexicons() {
        assertThat(new DateLabels(Lexicons.NONE).of("Published")).isEqualTo(Meaning.UNKNOWN);
    }
}
