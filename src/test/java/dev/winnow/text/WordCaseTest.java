package dev.winnow.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordCaseTest {

    @ParameterizedTest
    @CsvSource({
        "O'BRIEN, O'Brien",
        "XI'AN, Xi'an",
        "GARMISCH-PARTENKIRCHEN, Garmisch-Partenkirchen",
        "MANİSA, Manisa",
        "İSTANBUL, İstanbul",
        "ΑΘΗΝΑΣ, Αθηνας",
        "ΣΙΣΥΦΟΣ, Σισυφος"
    })
    void writesTheRestOfAWordSmall(String capitals, String name) {
        assertThat(WordCase.capitalised(capitals, Set.of(), true)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"VAN, van", "İN, in"})
    void writesSmallWordsSmall(String word, String small) {
        assertThat(WordCase.capitalised(word, Set.of("van", "in"), false)).isEqualTo(small);
    }
}
