package dev.winnow.rule.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The word lists under {@code rules/lexicon} say what slots expect of them. */
class ShippedLexiconsTest {

    private static final Lexicons LEXICONS = TestLexicons.shipped();

    @Test
    void everyLanguageHasTwelveMonths() {
        LEXICONS.get("months")
                .orElseThrow()
                .words()
                .forEach((language, months) -> assertThat(months).as(language).hasSize(12));
    }

    @Test
    void everyLanguageHasSevenWeekdays() {
        LEXICONS.get("weekdays")
                .orElseThrow()
                .words()
                .forEach((language, days) -> assertThat(days).as(language).hasSize(7));
    }

    @Test
    void noNameStandsForTwoMonths() {
        Map<String, Integer> months = new HashMap<>();
        LEXICONS.get("months").orElseThrow().words().forEach((language, list) -> {
            for (int i = 0; i < list.size(); i++) {
                for (String name : LexiconEntry.read(list.get(i)).spellings()) {
                    Integer other = months.putIfAbsent(name.toLowerCase(Locale.ROOT), i);
                    assertThat(other == null || other == i)
                            .as(language + " " + name)
                            .isTrue();
                }
            }
        });
    }

    @Test
    void offsetsOfZonesAreOffsets() {
        for (LexiconEntry entry : LexiconEntry.of(LEXICONS, "zones")) {
            assertThat(entry.spellings()).isNotEmpty();
            if (!entry.value().isEmpty()) {
                assertThat(ZoneOffset.of(entry.value()).getTotalSeconds()).isBetween(-12 * 3600, 14 * 3600);
            }
        }
    }

    @Test
    void noZoneHasTwoOffsets() {
        Map<String, String> offsets = new HashMap<>();
        for (LexiconEntry entry : LexiconEntry.of(LEXICONS, "zones")) {
            for (String name : entry.spellings()) {
                String other = offsets.putIfAbsent(name.toLowerCase(Locale.ROOT), entry.value());
                assertThat(other == null || other.equals(entry.value()))
                        .as(name)
                        .isTrue();
            }
        }
    }

    @Test
    void rolesAreKnown() {
        List<String> roles =
                Arrays.stream(DateWords.Role.values()).map(Enum::name).toList();
        for (LexiconEntry entry : LexiconEntry.of(LEXICONS, "date-words")) {
            assertThat(roles).contains(entry.value().toUpperCase(Locale.ROOT));
        }
        for (LexiconEntry entry : LexiconEntry.of(LEXICONS, "credit-marks")) {
            assertThat(Set.of("label", "by", "mark", "via")).contains(entry.value());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "months",
                "weekdays",
                "date-words",
                "zones",
                "staff-names",
                "name-particles",
                "name-titles",
                "name-prefixes",
                "place-particles",
                "credit-marks",
                "agencies",
                "person-joins",
                "published-labels",
                "updated-labels",
                "other-date-labels"
            })
    void namesWithoutSurroundingSpaceOrRepetition(String lexicon) {
        LEXICONS.get(lexicon).orElseThrow().words().forEach((language, words) -> {
            assertThat(words).as(language).doesNotHaveDuplicates();
            assertThat(words).allMatch(word -> word.equals(word.strip()) && !word.isEmpty());
        });
    }

    @Test
    void entriesSaySpellingsAndWhatTheyStandFor() {
        assertThat(LexiconEntry.read("+03:00=MSK| мск ")).isEqualTo(new LexiconEntry("+03:00", List.of("MSK", "мск")));
        assertThat(LexiconEntry.read("May")).isEqualTo(new LexiconEntry("", List.of("May")));
        assertThat(LexiconEntry.read("=IST")).isEqualTo(new LexiconEntry("", List.of("IST")));
    }
}
