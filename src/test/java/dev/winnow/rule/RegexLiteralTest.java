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
