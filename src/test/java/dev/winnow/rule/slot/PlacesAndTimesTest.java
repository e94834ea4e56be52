package dev.winnow.rule.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a place, a time or a stamp may end, and how a place is written. */
class PlacesAndTimesTest {

    private static final SlotTypes TYPES = SlotTypes.of(TestLexicons.shipped());

    /** What a slot could take of a text from its beginning on, the shortest first. */
    private static List<String> values(String type, String text) {
        List<String> values = new ArrayList<>();
        TYPES.get(type).orElseThrow().ends(text, 0, text.length(), end -> values.add(text.substring(0, end)));
        return values.stream().sorted().toList();
    }

    private static void ends(String type, String text, @Nullable String expected) {
        assertThat(values(type, text)).isEqualTo(expected == null ? List.of() : List.of(expected.split(" \\| ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "NEW YORK, NY; New York, NY",
                "NEW YORK, N.Y.; New York, N.Y.",
                "SYDNEY, NSW; Sydney, NSW",
                "WASHINGTON D.C.; Washington D.C.",
                "MOSCOW/KYIV; Moscow/Kyiv",
                "TEL AVIV/GAZA CITY; Tel Aviv/Gaza City",
                "RIO DE JANEIRO; Rio de Janeiro",
                "DE PANNE; De Panne",
                "MOSCOW, RUSSIA; Moscow, Russia",
                "FRANKFURT AM MAIN; Frankfurt am Main",
                "ST. PETERSBURG; St. Petersburg",
                "New York; New York",
                "U.S.; U.S.",
            })
    void placesInCapitalsAreWrittenAsInProse(String text, String expected) {
        assertThat(((PlaceSlot) TYPES.get("place").orElseThrow()).read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "Moscow; Moscow",
                "New York, June 6; New | New York",
                "RIO DE JANEIRO (Reuters); RIO | RIO DE | RIO DE JANEIRO",
                "van der Berg; -",
                "Frankfurt am Main, 6; Frankfurt | Frankfurt am Main",
                "Tel Aviv/Gaza City -; Tel | Tel Aviv | Tel Aviv/Gaza | Tel Aviv/Gaza City",
                "Paris and London; Paris | Paris and London",
            })
    void placesEndBehindWords(String text, @Nullable String expected) {
        ends("place", text, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "10:30; 10:30",
                "10.30; 10.30",
                "10h30; 10h30",
                "10 Uhr; 10 Uhr",
                "10:30 Uhr; 10:30 | 10:30 Uhr",
                "10:30:15; 10:30:15",
                "10:30:15.123; 10:30:15 | 10:30:15.123",
                "10:30 am; 10:30 | 10:30 am",
                "12 pm; 12 pm",
                "10:30 p.m.; 10:30 | 10:30 p.m | 10:30 p.m.",
                "8 a.m., Monday; 8 a.m | 8 a.m.",
                "10:30 p.m. EST; 10:30 | 10:30 p.m | 10:30 p.m. | 10:30 p.m. EST",
                "0:30 pm; 0:30",
                "1030 GMT; 1030 | 1030 GMT",
                "1030; -",
                "2460 GMT; -",
                "23:59; 23:59",
                "24:00; -",
                "23:60; -",
                "10:5; -",
                "10.30.2021; -",
                "10:30Z; 10:30Z",
                "10:30 UTC+3; 10:30 | 10:30 UTC+3",
                "10:30 GMT+1:30; 10:30 | 10:30 GMT+1:30",
                "10:30 (UTC +04:00); 10:30 | 10:30 (UTC +04:00)",
                "10:30 +14:00; 10:30 | 10:30 +14:00",
                "10:30 +15:00; 10:30",
                "10:30 -0330; 10:30 | 10:30 -0330",
                "10:30 -1; 10:30",
            })
    void timesEndWithOrWithoutTheirZone(String text, @Nullable String expected) {
        ends("time", text, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "Anna van der Berg; Anna | Anna van der Berg",
                "Anna van; Anna",
                "Anna van der; Anna",
                "Anna vander Berg; Anna",
                "van der Berg; van der Berg",
                "van der; -",
                "Jeanne d'Arc; Jeanne | Jeanne d'Arc",
                "Bashar al-Masri said; Bashar | Bashar al-Masri",
                "Dr. Anna Weiss, 6; Dr. Anna | Dr. Anna Weiss",
                "Anna B. Weiss; Anna | Anna B | Anna B. | Anna B. Weiss",
                "One Two Three Four Five; One | One Two | One Two Three | One Two Three Four | One Two Three Four Five",
                "One Two Three Four Five Six; One | One Two | One Two Three | One Two Three Four | One Two Three Four Five",
                "王小明; 王小 | 王小明",
                "王; -",
                "ジョン・; ジョ | ジョン",
            })
    void personsEndBehindNames(String text, @Nullable String expected) {
        ends("person", text, expected);
    }

    @Test
    void datesMayBeAsLongAsTheirSlotSays() {
        String date = "Wednesday, the 13th of September, 2017";
        String text = "on " + date + " at 08:49:15 p.m. (UTC +04:00) in the old harbour";
        List<String> values = new ArrayList<>();
        TYPES.get("datetime").orElseThrow().ends(text, 3, text.length(), end -> values.add(text.substring(3, end)));
        assertThat(values)
                .doesNotHaveDuplicates()
                .contains(
                        date,
                        date + " at 08:49:15",
                        date + " at 08:49:15 p.m.",
                        date + " at 08:49:15 p.m. (UTC +04:00)");
    }

    @Test
    void aDateWithAZoneAndWithoutATimeEndsOnce() {
        assertThat(values("datetime", "13 April 2017 UTC"))
                .containsExactlyInAnyOrder("13 April 2017", "13 April 2017 UTC");
    }

    @Test
    void stampsMayEndInALabelOrANote() {
        assertThat(values("stamp", "6 June 2021 Updated")).contains("6 June 2021", "6 June 2021 Updated");
        assertThat(values("stamp", "6 June 2021 Updatedly"))
                .contains("6 June 2021")
                .doesNotContain("6 June 2021 Updated");
        assertThat(values("stamp", "Updated 6 June 2021")).containsExactly("Updated 6 June 2021");
        assertThat(values("stamp", "| 6 June 2021")).containsExactly("| 6 June 2021");
        assertThat(values("stamp", "x6 June 2021")).isEmpty();
        assertThat(values("stamp", "6 June 2021" + ".".repeat(189))).hasSize(190);
        assertThat(values("stamp", "6 June 2021" + ".".repeat(190))).hasSize(190);
        assertThat(TYPES.get("stamp").orElseThrow().mayBegin("", 0)).isFalse();
        assertThat(TYPES.get("stamp").orElseThrow().mayBegin("a6", 2)).isFalse();
        assertThat(TYPES.get("stamp").orElseThrow().mayBegin("a6", 1)).isTrue();
        assertThat(TYPES.get("stamp").orElseThrow().mayBegin("a6", 0)).isFalse();
    }

    @Test
    void stampsHoldADateAndWhatIsSaidOfIt() {
        assertThat(values("stamp", "6 June 2021, 10:30"))
                .containsExactly("6 June 2021", "6 June 2021,", "6 June 2021, 10:30");
        assertThat(values("stamp", "10:30 | 6 June 2021")).contains("10:30 | 6 June 2021");
        assertThat(values("stamp", "Published 6 June 2021 | Updated 7 June 2021"))
                .contains("Published 6 June 2021", "Published 6 June 2021 | Updated 7 June 2021");
        assertThat(values("stamp", "6 June 2021Updated 7 June 2021"))
                .contains("6 June 2021", "6 June 2021Updated 7 June 2021");
        assertThat(values("stamp", "(6 June 2021) News"))
                .contains("(6 June 2021)")
                .doesNotContain("(6 June 2021) News");
        assertThat(values("stamp", "10:30")).as("a time alone is none").isEmpty();
        assertThat(values("stamp", "Updated")).isEmpty();
    }

    @Test
    void yearsOfTwoDigitsAreThoseAround2000() {
        assertThat(WrittenDate.fullYear(0)).isEqualTo(2000);
        assertThat(WrittenDate.fullYear(69)).isEqualTo(2069);
        assertThat(WrittenDate.fullYear(70)).isEqualTo(1970);
        assertThat(WrittenDate.fullYear(99)).isEqualTo(1999);
    }
}
