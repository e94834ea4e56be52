package dev.winnow.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Words, and other forms of them that show a word whole. */
class WordListTest {

    private static final WordList WORDS = WordList.of(List.of("harbour", "government", "governing", "ferry"));

    @Test
    void holdsItsWords() {
        assertThat(WORDS.holds("ferry")).isTrue();
        assertThat(WORDS.holds("ferries")).isFalse();
        assertThat(WORDS.shows("ferry", 3)).isTrue();
        assertThat(WordList.NONE.shows("ferry", 3)).isFalse();
    }

    @Test
    void showsAWordByAnotherForm() {
        assertThat(WORDS.shows("harbours", 3)).isTrue();
        assertThat(WORDS.shows("governments", 6)).isTrue();
        assertThat(WORDS.shows("harbourmasters", 7)).as("too much behind").isFalse();
        assertThat(WORDS.shows("harbouring", 3)).as("three letters behind").isTrue();
        assertThat(WORDS.shows("harbourings", 3)).as("four").isFalse();
        assertThat(WORDS.shows("harbour", 3)).isTrue();
        assertThat(WORDS.shows("harboux", 3))
                .as("six letters of both, three behind the line end")
                .isTrue();
        assertThat(WORDS.shows("harboux", 4)).as("two behind it").isFalse();
        assertThat(WORDS.shows("ferrys", 0)).as("five letters of both").isFalse();
    }

    @Test
    void showsNoWordByWhatStandsBeforeTheHyphenAlone() {
        assertThat(WORDS.shows("governess", 6)).isFalse();
    }
}
