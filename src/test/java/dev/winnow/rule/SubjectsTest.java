package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Label;
import dev.winnow.rule.slot.Lexicon;
import dev.winnow.rule.slot.Lexicons;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sentence speaks of. */
class SubjectsTest {

    private static final Subjects SUBJECTS = new Subjects(new Lexicons(Map.of(
            "subjects",
            new Lexicon(
                    "subjects",
                    Map.of(
                            "en", List.of("consent=cookie|Banner", "no such label=ferry"),
                            "de", List.of("consent=Hinweis", "newsletter=Rundbrief"))))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cookies are small files               | true",
                "Nobody read the COOKIE rules          | true",
                "Two banners hung over the quay        | true",
                "(cookie)                              | true",
                "Ein Hinweis hing am Kai               | true",
                "A multicookie and a cookie            | true",
                "Multicookie                           | false",
                "A multicookie, then another multicookie | false",
                "cooki                                 | false",
                "The ferry left a Rundbrief            | false"
            })
    void isToldByWordsThatBeginAsListedOnes(String text, boolean consent) {
        assertThat(SUBJECTS.isOf(Label.CONSENT, text)).isEqualTo(consent);
    }

    @Test
    void isToldForEachLabelByItsOwnWords() {
        assertThat(SUBJECTS.isOf(Label.NEWSLETTER, "The ferry left a Rundbrief"))
                .isTrue();
        assertThat(SUBJECTS.isOf(Label.NEWSLETTER, "Cookies are small files")).isFalse();
        assertThat(SUBJECTS.isOf(Label.SHARE, "Cookies are small files")).isFalse();
        assertThat(Arrays.stream(Label.values()).filter(SUBJECTS::has))
                .containsExactlyInAnyOrder(Label.CONSENT, Label.NEWSLETTER);
    }

    @Test
    void isUnknownWithoutWords() {
        Subjects none = new Subjects(Lexicons.NONE);
        assertThat(none.has(Label.CONSENT)).isFalse();
        assertThat(none.isOf(Label.CONSENT, "cookie")).isFalse();
    }
}
