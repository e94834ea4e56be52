package dev.winnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "03/04/2019, 2019-04-03, dmy",
                "03/04/2019, 2019-03-04, mdy",
                "03.04.19, 2019-04-03, dmy",
                "2019/03/04, 2019-03-04, ymd",
                "Updated 3-4-2019 at 12:30, 2019-04-03, dmy",
                "yesterday, 2019-04-03, -",
                "03/04/2019, --04-03, -"
            })
    void tellsTheOrderThatGivesADay(String raw, String day, String order) {
        assertThat(Sheet.order(raw, day)).isEqualTo(order);
    }
}
