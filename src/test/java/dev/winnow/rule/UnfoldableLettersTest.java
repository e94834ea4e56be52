package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnfoldableLettersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "a\u1C80 = 1",
                "[0-⦢] = 1",
                "x[^a\u1C85b] = 4",
                "[\\x{0}-\\x{10FFFF}] = 1",
                "[]-⦢] = 1",
                "[\\n-⦢] = 1",
                "[a][!-⦢] = 4",
                "\\x{1c88} = 0",
                "[\\0-⦢] = 1",
                "[[:alpha:]!-⦢] = 10",
                "[a]ᲀ = 3",
                "[]a]ᲀ = 4",
                "[^]a]ᲀ = 5",
                "[^]-⦢] = 2",
                "[a\\]!-⦢] = 4",
                "[\\7-⦢] = 1",
                "[\\177-⦢] = 1",
                "[\\70-⦢] = 1",
                "[\\01-⦢] = 1",
                "[\\107-⦢] = 1",
                "[\\1234-⦢] = 5",
                "[\\18-⦢] = 3",
                "[\\x41-⦢] = 1",
                "\\x{1C80}a = 0",
                "a\\x{1C84} = 1",
                "[\\\\-⦢] = 1",
                "[a-b-⦢]ᲈ = 7",
                "[[:nothing!-⦢] = 10",
                "b[ᲁ] = 2"
            })
    void findsThem(String regex, int place) {
        assertThat(UnfoldableLetters.in(regex)).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A-股",
                "[a-zа-я]+",
                "[^⦢]",
                "[中-龥]",
                "\\p{L}[\\d-]⦢",
                "[-⦢]",
                "[a\\]-b]",
                "[⦢-⦥]",
                "[",
                "a\\",
                "[a-",
                "\\x{",
                "[\\x{g}-⦢]",
                "[\\x{}-⦢]",
                "[\\8-9]",
                "[\\w-⦢]",
                "\\x{1C7F}\\x{1C89}",
                "[a-᱿]",
                "[Ᲊ-⦢]",
                "!-⦢",
                "[a]!-⦢",
                "[[:alpha:]]!-⦢",
                "\\x4",
                "[a",
                "[^",
                "[]",
                ""
            })
    void findsNoneWhereNoneIs(String regex) {
        assertThat(UnfoldableLetters.in(regex)).isEqualTo(-1);
    }

    /** The others end, which is why these few are looked for. */
    @Test
    void isRightThatAllOthersEnd() {
        assertThat(Pattern.compile("[\\x{0}-\\x{1C7F}\\x{1C89}-\\x{10FFFF}]", Pattern.CASE_INSENSITIVE)
                        .matches("ж"))
                .isTrue();
    }

    @Test
    void areRefusedInARule() {
        assertThatThrownBy(() -> CompiledRegex.compile(
                        new dev.winnow.rule.Pattern.Regex("ferry [0-⦢]", List.of("ferry"), null, Place.NOWHERE),
                        false,
                        false))
                .isInstanceOf(TemplateException.class);
    }
}
