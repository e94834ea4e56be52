package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.Key.Anchor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is looked up of a literal, and how rare a line with it is. */
class KeyTest {

    private static final int ANYWHERE = Integer.MAX_VALUE;

    private static String inside(String literal, boolean insideWord) {
        return LiteralKeys.key(literal, Anchor.INSIDE, insideWord, false, ANYWHERE)
                .literal();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "one two       | one two",
                "by the Ferry  | ferry",
                "Ferry by it   | ferry by it",
                "(AP) ferry    | ferry",
                "(AP)          | ap)",
                "“Boats” 123456 | 123456",
                "\" boats \"   | \"boats \"",
                "\"more – \"   | \"more - \"",
                "©             | ©",
                "最新          | 最新",
            })
    void beginsWithTheLongestWordWhereItMayStandAnywhere(String literal, String key) {
        assertThat(inside(literal, false)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "minutes of it    | of it",
                "\" minutes of\"  | minutes of",
                "(minutes         | minutes",
                "minutes          | \"\"",
                "最新             | 最新",
                "©                | ©",
            })
    void beginsBehindAWordThatMayGoOnBeforeIt(String literal, String key) {
        assertThat(inside(literal, true)).isEqualTo(key);
    }

    @Test
    void isTheLiteralItselfAtAnEdgeOfTheLine() {
        for (Anchor anchor : List.of(Anchor.WHOLE, Anchor.START, Anchor.END)) {
            assertThat(LiteralKeys.key(" By the “Ferry” ", anchor, false, false, 0))
                    .extracting(Key::literal, Key::anchor)
                    .containsExactly("by the \"ferry\"", anchor);
        }
    }

    @Test
    void isCutWhereItIsLong() {
        String most = "ab".repeat(16);
        String longer = "x" + most;
        assertThat(key(most, Anchor.START, true)).isEqualTo(new Key(most, Anchor.START, true, 64));
        assertThat(key(most + "x", Anchor.START, true)).isEqualTo(new Key(most, Anchor.START, false, 66));
        assertThat(key(most + "x", Anchor.INSIDE, true)).isEqualTo(new Key(most, Anchor.INSIDE, false, 66));
        assertThat(key(most, Anchor.END, true)).isEqualTo(new Key(most, Anchor.END));
        assertThat(key(longer, Anchor.END, true)).isEqualTo(new Key(most, Anchor.END));
        assertThat(key(longer, Anchor.WHOLE, true)).isEqualTo(new Key(longer, Anchor.WHOLE, true, 66));
        String words = "a".repeat(31) + " b";
        assertThat(key(words, Anchor.START, false).literal()).isEqualTo("a".repeat(31));
        assertThat(key("b " + "a".repeat(31), Anchor.END, false).literal()).isEqualTo("a".repeat(31));
    }

    private static Key key(String literal, Anchor anchor, boolean wholeWord) {
        return LiteralKeys.key(literal, anchor, false, wholeWord, 0);
    }

    @Test
    void beginsAtTheLatestWhereWhatMayStandBeforeItEnds() {
        assertThat(LiteralKeys.key("boats", Anchor.INSIDE, false, false, 10).latest())
                .isEqualTo(30);
        assertThat(LiteralKeys.key("boats", Anchor.INSIDE, false, false, ScannedLine.MAX_LENGTH)
                        .latest())
                .isEqualTo(2 * (ScannedLine.MAX_LENGTH + 5));
        assertThat(LiteralKeys.key("boats", Anchor.INSIDE, false, false, ScannedLine.MAX_LENGTH + 1)
                        .latest())
                .isEqualTo(ANYWHERE);
    }

    private static int rare(String literal, Anchor anchor) {
        return new Key(literal, anchor).selectivity();
    }

    @Test
    void isRarerWithMoreLettersAndSignsAndAtAnEdge() {
        assertThat(rare("boats", Anchor.INSIDE)).isGreaterThan(rare("boat", Anchor.INSIDE));
        assertThat(rare("© boats", Anchor.INSIDE)).isGreaterThan(rare("boats", Anchor.INSIDE));
        assertThat(rare("(boats)", Anchor.INSIDE)).isEqualTo(rare("boats", Anchor.INSIDE));
        assertThat(rare("(boats)", Anchor.START)).isGreaterThan(rare("boats", Anchor.START));
        assertThat(rare("bo ats", Anchor.INSIDE)).isEqualTo(rare("boats", Anchor.INSIDE));
        assertThat(rare("boats", Anchor.START))
                .isGreaterThan(rare("boats", Anchor.INSIDE))
                .isEqualTo(rare("boats", Anchor.END));
        assertThat(rare("boats", Anchor.WHOLE)).isGreaterThan(rare("the boats of the harbour", Anchor.START));
        assertThat(rare("boat", Anchor.INSIDE))
                .as("two signs are less than a letter")
                .isGreaterThan(rare("©–©–©–", Anchor.INSIDE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", " .", "!", ") "})
    void cannotBeLookedUpWhereItIsOneCommonMark(String literal) {
        assertThat(rare(literal, Anchor.INSIDE)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "©", "..", ". )", "最"})
    void canBeLookedUpOtherwise(String literal) {
        assertThat(rare(literal, Anchor.INSIDE)).isPositive();
    }

    @Test
    void canBeLookedUpAtAnEdgeWhereItIsOneCommonMark() {
        assertThat(rare(".", Anchor.END)).isPositive();
        assertThat(rare("", Anchor.END)).isZero();
    }
}
