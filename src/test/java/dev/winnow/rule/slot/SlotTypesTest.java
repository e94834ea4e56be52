package dev.winnow.rule.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotTypesTest {

    private static final SlotTypes TYPES = SlotTypes.of(TestLexicons.shipped());

    private static List<String> values(String type, String text, int start) {
        List<String> values = new ArrayList<>();
        TYPES.get(type).orElseThrow().ends(text, start, text.length(), end -> values.add(text.substring(start, end)));
        return values;
    }

    private static boolean takes(String type, String text) {
        return values(type, text, 0).contains(text);
    }

    @Test
    void offersMonthDayWithAndWithoutFullStop() {
        assertThat(values("monthday", "11 Apr. /TASS/", 0)).containsExactlyInAnyOrder("11 Apr", "11 Apr.");
    }

    @Test
    void offersDateWithAndWithoutTime() {
        assertThat(values("datetime", "12 February 2018 08:49 (UTC +04:00) x", 0))
                .containsExactlyInAnyOrder(
                        "12 February 2018", "12 February 2018 08:49", "12 February 2018 08:49 (UTC +04:00)");
    }

    @Test
    void datetimeMayLackItsYearBeforeATime() {
        assertThat(values("datetime", "May 31, 12:00 UTC+3 MOSCOW", 0))
                .containsExactlyInAnyOrder("May 31, 12:00", "May 31, 12:00 UTC+3");
        assertThat(values("datetime", "May 31 in Moscow", 0)).isEmpty();
        assertThat(values("date", "May 31, 12:00", 0)).isEmpty();
    }

    @Test
    void endsNumberGluedToCapitalisedWord() {
        assertThat(values("date", "11/04/2017Updated", 0)).containsExactly("11/04/2017");
        assertThat(values("date", "11/04/2017updated", 0)).isEmpty();
    }

    @Test
    void takesNoYearOutOfClock() {
        assertThat(values("date", "11.04. 17:30", 0)).isEmpty();
        assertThat(values("date", "11 April 17:30", 0)).isEmpty();
    }

    @Test
    void endsChineseDateBeforeFurtherCharacters() {
        assertThat(values("monthday", "4月24日电", 0)).containsExactly("4月24日");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "int; 3",
                "int; 123456789",
                "year; 2021",
                "year; 1998-2021",
                "year; 2019, 2021",
                "number; 1,234.5",
                "number; 10 000",
                "number; -3",
                "number; 12%",
                "word; Read",
                "word; well-known",
                "word; O'Brien",
                "word; Übergröße",
                "upper; WORLD",
                "upper; US & CANADA",
                "upper; US-RUSSIA",
                "upper; G20",
                "upper; NEWS/POLITICS",
                "upper; ПОЛИТИКА",
                "any; anything, at all.",
                "date; 2017-04-13",
                "time; 08:49",
                "time; 8:49 p.m.",
                "time; 8:49 p.m",
                "time; 0:49",
                "date; 13 April 1000",
                "date; 13 April 2999",
                "stamp; 08.04.2017",
                "stamp; Updated: 0:49, 13 April 2017",
                "tags; One two three four five six",
                "tags; One, two #three",
                "person; Ludwig van Beethoven",
                "person; Jean d'Arcy",
            })
    void takesWhole(String type, String text) {
        assertThat(takes(type, text)).isTrue();
        assertThat(TYPES.get(type).orElseThrow().mayBegin(text, 0)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "int; 3.5",
                "int; three",
                "int; 11111111111111111111111111111111111111111",
                "number; x1",
                "word; two words",
                "upper; World",
                "upper; 3 MIN",
                "upper; WORLD News",
                "upper; X-ray",
                "date; April 11",
                "time; 849",
                "monthday; April 2017",
                "date; 2017/04/13/0",
                "date; 2017-04-13-07",
                "date; 13 April 3000",
                "date; 13 April 999",
                "tags; One two three four five six seven eight",
            })
    void refuses(String type, String text) {
        assertThat(takes(type, text)).isFalse();
    }

    @Test
    void intMayBeFollowedByItsUnit() {
        assertThat(values("int", "3min", 0)).containsExactly("3");
        assertThat(values("int", "20190602123456789 of them", 0)).containsExactly("20190602123456789");
        assertThat(values("int", "1".repeat(40), 0)).hasSize(1);
        assertThat(values("int", "1".repeat(41), 0)).isEmpty();
    }

    @Test
    void nothingBeginsAtSpace() {
        for (String type : TYPES.names()) {
            assertThat(values(type, " April 11, 2017", 0)).as(type).isEmpty();
        }
    }

    /** The contract of {@link SlotType#ends}, for texts that are close to dates, names and addresses. */
    @Test
    void reportsEachEndOnceWithinBounds() {
        String[] pieces = {
            "April",
            " ",
            ".",
            ",",
            "11",
            "2017",
            "-",
            "/",
            ":",
            "08",
            "Z",
            "T",
            "(",
            ")",
            "UTC",
            "+04",
            "von",
            "John",
            "MOSCOW",
            "’",
            "und",
            "AP",
            "Photo",
            "©",
            "#",
            "\uD83D\uDE00",
            "年",
            "月",
            "日",
            "www.a.org",
            "@",
            "é",
            "İ",
            "نيسان",
            "&"
        };
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder built = new StringBuilder();
            int count = 1 + random.nextInt(14);
            for (int i = 0; i < count; i++) {
                built.append(pieces[random.nextInt(pieces.length)]);
            }
            String text = built.toString();
            int start = random.nextInt(text.length());
            int limit = start + random.nextInt(text.length() - start + 1);
            for (String name : TYPES.names()) {
                SlotType type = TYPES.get(name).orElseThrow();
                List<Integer> ends = new ArrayList<>();
                type.ends(text, start, limit, ends::add);
                assertThat(ends)
                        .as("%s in '%s' from %d to %d", name, text, start, limit)
                        .doesNotHaveDuplicates();
                assertThat(ends).allMatch(end -> end > start && end <= limit && end - start <= type.maxLength());
                if (type.needsDigit()) {
                    assertThat(ends)
                            .allMatch(end -> text.substring(start, end).chars().anyMatch(Character::isDigit));
                }
            }
        }
    }

    /** Each slot is tried once at every place of a long line; with a quadratic slot this would not come to an end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 ",
                "A",
                "A ",
                "A, ",
                "April 1 ",
                "1.",
                "1/",
                "#a",
                "a.",
                "A/",
                "© A ",
                "and A ",
                "中",
                "A.",
                "a@"
            })
    void boundedTypesFinishOnLongLines(String piece) {
        String line = piece.repeat(200_000 / piece.length());
        long[] count = {0};
        for (String name : TYPES.names()) {
            SlotType type = TYPES.get(name).orElseThrow();
            int step = type.maxLength() > 300 ? line.length() : Math.max(3, type.maxLength() / 8);
            for (int start = 0; start < line.length(); start += step) {
                type.ends(line, start, line.length(), end -> count[0]++);
            }
        }
        assertThat(count[0]).isNotNegative();
    }
}
