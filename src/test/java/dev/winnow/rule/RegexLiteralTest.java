package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexLiteralTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Read more|Read more",
                "\\d+ MIN READ|MIN READ",
                "(?P<published>\\S+) Materials .*|Materials",
                "colou?r of money|of money",
                "\\w+tion of things|of things",
                "[A-Z]+, \\p{Lu}+\\. /TASS/\\.|TASS/.",
                "x*yes sir|sir",
                "x{2} of the things|of the things",
                "of it x{2,3}y of the things|of the things",
                "a\\p{Lu} of things|of things",
                "a\\P{Lu} of things|of things",
                "\\x{41} of things|of things",
                "\\d of things|of things",
                "[a-z]{3} of things|of things",
                "[]a] of things|of things",
                "\\$ of things|of things",
                "^Of things.*|Of things",
                "Boats\\.|Boats.",
                "^Boats\\.|Boats.",
                "is?istle|i",
                "of things+ x|of things",
                "Of t{2}hings at|Of",
                "of the things{|of the thing",
                "of the things\\|of the things",
                "of the things\\p{Lu|of the things",
                "of the things [a|of the things",
            })
    void findsTextThatEveryMatchHolds(String regex, String literal) {
        assertThat(RegexLiteral.of(regex)).containsExactly(literal);
    }

    @Test
    void readsOnlyWhatStandsOutsideGroups() {
        assertThat(RegexLiteral.of("(Read|See) also")).containsExactly("also");
    }

    @Test
    void findsNoneInAlternatives() {
        assertThat(RegexLiteral.of("one|two")).isEmpty();
        assertThat(RegexLiteral.of("\\w+")).isEmpty();
    }
}
