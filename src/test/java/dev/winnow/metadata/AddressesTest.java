package dev.winnow.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.slot.TestLexicons;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day that a page's address names. */
class AddressesTest {

    private static final Addresses ADDRESSES = new Addresses(TestLexicons.shipped());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://a.example/2017/04/13/x, 2017-04-13, 2017-04",
                "https://a.example/2017-4-3-x, 2017-04-03, 2017-04",
                "https://a.example/20170413/x, 2017-04-13, 2017-04",
                "https://a.example/x_13.04.2017, 2017-04-13, 2017-04",
                "https://a.example/04-04-2017, 2017-04-04, 2017-04",
                "https://a.example/2017/apr/13/x, 2017-04-13, 2017-04",
                "https://a.example/2017/avril/3, 2017-04-03, 2017-04",
                "https://a.example/2017/04/x, -, 2017-04",
                "https://a.example/2017/13/45/2018/04/13/, 2018-04-13, 2018-04",
                "https://a.example/03-04-2017, -, -",
                "https://a.example/04-13-2017, -, -",
                "https://a.example/1989/04/13/x, -, -",
                "https://a.example/1989/apr/13/x, -, -",
                "https://a.example/2017/boats/13/x, -, -",
                "https://a.example/2017/13/x, -, -",
                "https://a.example/120170413, -, -",
                "https://a.example/2017-04/13/x, -, 2017-04",
                "https://a.example/x, -, -",
                "-, -, -"
            })
    void isWrittenInManyWays(@Nullable String url, @Nullable String day, @Nullable String month) {
        Addresses.UrlDate found = ADDRESSES.dateIn(url);
        assertThat(found.day()).isEqualTo(day == null ? null : LocalDate.parse(day));
        assertThat(found.month()).isEqualTo(month == null ? null : YearMonth.parse(month));
    }

    @Test
    void isLookedForInTheFirstTwoThousandCharacters() {
        String path = "https://a.example/" + "x".repeat(1971) + "/";
        assertThat(ADDRESSES.dateIn(path + "2017/04/13").day()).hasToString("2017-04-13");
        assertThat(ADDRESSES.dateIn("x" + path + "2017/04/13").day()).isNotEqualTo(LocalDate.of(2017, 4, 13));
    }
}
