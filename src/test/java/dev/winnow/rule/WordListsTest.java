package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.slot.Lexicon;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.SlotTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of lexicons as templates use them. */
class WordListsTest {

    private static final Lexicons LEXICONS = new Lexicons(Map.of(
            "boats",
            new Lexicon("boats", Map.of("any", List.of(" Old  Ferry "), "de", List.of("Fähre", "{{Boot}}"))),
            "goats",
            new Lexicon("goats", Map.of("en", List.of("{int} old Goats", "Goats", "{broken", "Goat {int}")))));

    private static WordLists lists() {
        return new WordLists(LEXICONS, SlotTypes.of(LEXICONS));
    }

    private static List<Segment.Word> words(WordLists lists, String name, boolean exactly) {
        return lists.get(name, exactly).orElseThrow().words().words();
    }

    @Test
    void areFoldedUnlessTheyAreAskedForExactly() {
        WordLists lists = lists();
        for (int i = 0; i < 2; i++) {
            assertThat(words(lists, "boats", false))
                    .containsExactlyInAnyOrder(
                            new Segment.Word("old ferry", null),
                            new Segment.Word("fähre", "de"),
                            new Segment.Word("{boot}", "de"));
            assertThat(words(lists, "boats", true))
                    .containsExactlyInAnyOrder(
                            new Segment.Word("Old Ferry", null),
                            new Segment.Word("Fähre", "de"),
                            new Segment.Word("{Boot}", "de"));
        }
    }

    @Test
    void areMadeOnce() {
        WordLists lists = lists();
        assertThat(lists.get("boats", false).orElseThrow())
                .isSameAs(lists.get("boats", false).orElseThrow());
    }

    @Test
    void tellEntriesWithSlotsFromWords() {
        WordLists.Entries goats = lists().get("goats", false).orElseThrow();
        assertThat(goats.words().words()).containsExactly(new Segment.Word("goats", "en"));
        assertThat(goats.phrases()).hasSize(2).allMatch(phrase -> "en".equals(phrase.language()));
        assertThat(goats.phrases().get(0).segments().get(2))
                .as("a word at the end, not its beginning")
                .isInstanceOfSatisfying(
                        Segment.Words.class,
                        words -> assertThat(words.words()).containsExactly(new Segment.Word("old goats", null)));
        assertThat(goats.phrases().get(1).segments().get(0)).isInstanceOf(Segment.Words.class);
        assertThat(goats.phrases().get(1).segments().get(1)).isEqualTo(new Segment.Literal(" "));
    }

    @Test
    void areKnownByName() {
        WordLists lists = lists();
        assertThat(lists.names()).containsExactly("boats", "goats");
        assertThat(lists.get("ropes", false)).isEmpty();
        assertThat(lists.named()).isEmpty();
        lists.get("boats", true);
        assertThat(lists.named()).containsExactly("boats");
        lists.get("goats", false);
        assertThat(lists.named()).containsExactlyInAnyOrder("boats", "goats");
    }

    private static final WordIndex INDEX = new WordIndex(Stream.of("boat", "b", "boats", "bus", "c", "dory")
            .map(word -> new Segment.Word(word, null))
            .toList());

    private static List<String> at(String text, int offset) {
        return Arrays.stream(INDEX.at(text, offset)).map(Segment.Word::text).toList();
    }

    @Test
    void areFoundByTheirFirstTwoCharacters() {
        assertThat(at("bow", 0)).containsExactly("boats", "boat", "b");
        assertThat(at("a bus", 2)).containsExactly("bus", "b");
        assertThat(at("be", 0)).containsExactly("b");
        assertThat(at("b", 0)).containsExactly("b");
        assertThat(at("cd", 0)).containsExactly("c");
        assertThat(at("cd", 1)).isEmpty();
        assertThat(at("doe", 0)).containsExactly("dory");
        assertThat(at("day", 0)).isEmpty();
    }

    @Test
    void mayBeginWithTheFirstTwoCharactersOfOne() {
        assertThat(INDEX.mayBegin('b', 'o')).isTrue();
        assertThat(INDEX.mayBegin('b', 'e')).isTrue();
        assertThat(INDEX.mayBegin('b', '\0')).isTrue();
        assertThat(INDEX.mayBegin('d', 'o')).isTrue();
        assertThat(INDEX.mayBegin('d', 'a')).isFalse();
        assertThat(INDEX.mayBegin('d', '\0')).isFalse();
        assertThat(INDEX.mayBegin('e', 'o')).isFalse();
    }
}
