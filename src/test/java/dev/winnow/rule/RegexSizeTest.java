package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How large a regular expression grows when its repetitions are written out. */
class RegexSizeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{1000}",
                "a{1,1000}",
                "a{2}{500}",
                "(a{10}){100}",
                "(a{500}b{1000})",
                "(a{10})(b{1000})",
                "a{0}",
                "a{1001",
                "a{,1001}",
                "\\{1001}",
                "[{1001}]",
                "[a\\]{1001}]",
                "[]{1001}]",
                "[^]{1001}]",
                "[[:alpha:]{1001}]",
                "\\x{1001}",
                "\\p{1001}"
            })
    void staysWithinTheLimits(String regex) {
        assertThat(RegexSize.outgrownAt(regex)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " @ ",
            value = {
                "a{1001} @ 1",
                "a{1,1001} @ 1",
                "a{1001,} @ 1",
                "a{1001,2} @ 1",
                "a{999999999} @ 1",
                "a{2}{501} @ 4",
                "(a{10}){101} @ 7",
                "((a{10})b{2}){101} @ 13",
                "x(a{3}b)(c){1001} @ 11",
                "[a]{1001} @ 3",
                "[\\]]{1001} @ 4",
                "[]a]{1001} @ 4",
                "[^]a]{1001} @ 5",
                "[[:alpha:]]{1001} @ 11",
                "\\p{Lu}{1001} @ 6",
                "\\x{41}{1001} @ 6",
                "\\.{1001} @ 2"
            })
    void tellsWhichRepetitionIsTooMuch(String regex, int place) {
        assertThat(RegexSize.outgrownAt(regex)).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "\\.",
                "\\d",
                "\\p{Lu}",
                "\\x{41}",
                "[ab]",
                "[^ab]",
                "[]a]",
                "[^]a]",
                "[\\]a]",
                "[[:alpha:]a]"
            })
    void countsACharacterOrAClassAsOnePiece(String piece) {
        isTheMost(piece.repeat(RegexSize.MOST_PIECES));
    }

    @Test
    void countsAGroupAsOnePieceMoreThanItHolds() {
        isTheMost("(a)".repeat(RegexSize.MOST_PIECES / 2));
        isTheMost("(abcd){10}{100}".repeat(4));
        isTheMost("(abc(d){3}){100}".repeat(20));
    }

    private static void isTheMost(String regex) {
        assertThat(RegexSize.outgrownAt(regex)).isEqualTo(-1);
        assertThat(RegexSize.outgrownAt(regex + "x")).isEqualTo(regex.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "(", ")", "a)b", "\\", "[", "[^", "[]", "[a", "[\\", "[[:", "[[:alpha", "{5}", "\\p{", "a{"})
    void readsExpressionsThatHoldMistakes(String regex) {
        assertThat(RegexSize.outgrownAt(regex)).isEqualTo(-1);
    }
}
