package dev.winnow.rule.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose a picture is: what is left of a credit, and which texts begin as one. */
class CreditSlotTest {

    private static final CreditSlot CREDITS =
            (CreditSlot) SlotTypes.of(TestLexicons.shipped()).get("credit").orElseThrow();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Photo: Ada Holm; Ada Holm",
                "Photo : Ada Holm; Ada Holm",
                "Photo by Ada Holm; Ada Holm",
                "Photo by: Ada Holm; Ada Holm",
                "Photo: Photo by Ada Holm; Ada Holm",
                "(Ada Holm); Ada Holm",
                "[Ada Holm]; Ada Holm",
                "（Ada Holm）; Ada Holm",
                "(Ada Holm; (Ada Holm",
                "(Photo: (Ada Holm)); Ada Holm",
                "© Ada Holm; Ada Holm",
                "(c) Ada Holm; Ada Holm",
                "(C) Ada Holm; Ada Holm",
                "(c) Ada Holm (AFP); Ada Holm (AFP)",
                "| Ada Holm; Ada Holm",
                "– Ada Holm; Ada Holm",
                "Ada Holm.; Ada Holm",
                "Ada H.; Ada H.",
                "AFP Photo; AFP Photo",
                "Photo; Photo",
                "AP Photo/Ada Holm; AP Photo/Ada Holm",
                "图/王小明; 王小明",
                "Photo/Ada Holm; Photo/Ada Holm",
            })
    void isReadWithoutWhatIsSaidBeforeIt(String text, String expected) {
        assertThat(CREDITS.read(text)).isEqualTo(expected);
    }

    @Test
    void mayHaveNothingLeft() {
        assertThat(CREDITS.read("")).isEmpty();
        assertThat(CREDITS.read("  ")).isEmpty();
        assertThat(CREDITS.read("©")).isEmpty();
        assertThat(CREDITS.read("(c)")).isEmpty();
        assertThat(CREDITS.read("()")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Photo: Ada Holm", "Photo by Ada Holm", "(Ada Holm)", "© Ada Holm", "图/王小明"})
    void isKnownByWhatIsSaidBeforeIt(String text) {
        assertThat(CREDITS.isLabelled(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada Holm", "Photo", "Photos of boats", "AP Photo/Ada Holm"})
    void isNotKnownByNamesAlone(String text) {
        assertThat(CREDITS.isLabelled(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Harbours, Storms; Harbours| Storms",
                "#ferry #storm; |ferry |storm",
                "Harbours / Storms; Harbours | Storms",
                "AC/DC; AC/DC",
                "AC/ DC; AC/ DC",
                "AC /DC; AC /DC",
                "Harbours /; Harbours /",
                "Harbours、Storms；Boats·Goats; Harbours|Storms|Boats|Goats",
            })
    void tagsStandBetweenSigns(String text, String expected) {
        assertThat(TagsSlot.items(text)).isEqualTo(List.of(expected.split("\\|", -1)));
    }

    private static boolean areTags(String text) {
        boolean[] found = {false};
        new TagsSlot().ends(text, 0, text.length(), end -> found[0] |= end == text.length());
        return found[0];
    }

    @Test
    void tagsAreShortAndNoSentence() {
        assertThat(areTags("Harbours, Storms")).isTrue();
        assertThat(areTags("#ferry #storm")).isTrue();
        assertThat(areTags(", Storms")).isFalse();
        assertThat(areTags("港口、风暴")).isTrue();
        assertThat(areTags("The ferries are back. Boats")).as("a sentence").isFalse();
        assertThat(areTags("Harbours: Storms")).isFalse();
        assertThat(areTags("St.Ives, Storms")).isTrue();
        assertThat(areTags("one two three four five six")).isTrue();
        assertThat(areTags("one two three four five six seven eight"))
                .as("more than six words")
                .isFalse();
        assertThat(areTags("one two three, four five six, seven eight")).isTrue();
        assertThat(areTags("x".repeat(60))).isTrue();
        assertThat(areTags("x".repeat(61))).isFalse();
        assertThat(areTags("boats, " + "x".repeat(59))).isTrue();
        assertThat(areTags("boats, " + "x".repeat(60))).isFalse();
        assertThat(areTags("boats, ".repeat(142) + "goats!"))
                .as("a thousand characters")
                .isFalse();
        assertThat(areTags("boats, ".repeat(142) + "goats")).isTrue();
    }
}
