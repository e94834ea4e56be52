package dev.winnow.normalize;

import static dev.winnow.normalize.StepsTest.only;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that show nothing: which go, and which carry meaning. */
class ControlsTest {

    private static String controls(String text) {
        return only("controls", text);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x01, 0x08, 0x0E, 0x1F, 0x7F, 0x81, 0x9D, 0xAD, 0x061C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F,
                0x202A, 0x202E, 0x2060, 0x2066, 0x206F, 0xFEFF, 0xFFF9, 0xFFFC, 0xFFFE, 0xFFFF
            })
    void areTakenOutOfLatinText(int invisible) {
        String c = Character.toString(invisible);
        assertThat(controls("a" + c + "b")).isEqualTo("ab");
        assertThat(controls(c + "a")).isEqualTo("a");
        assertThat(controls("a" + c)).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(ints = {'\t', '\n', '\r', 0x0B, 0x0C, ' ', 0xA0, 0x2010, 0x202F, 0x2070, 0xFFFD})
    void areNotWhatOtherStepsSeeTo(int other) {
        String text = "a" + Character.toString(other) + "b";
        assertThat(controls(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "می‌خواهم",
                "क्‍ष",
                "ᠴ‍",
                "ᨀ‌ᨀ",
                "ꦄ‍",
                "ﭐ‌",
                "ﹰ‌",
                "𑀅‍",
                "𞤀‍",
                "→‍→",
                "🏳️‍🌈",
                "ᮀ‌",
                "\u0600\u200D",
                "\u109F\u200C",
                "⯿\u200D⯿",
                "🀀\u200D\uD83E\uDFFF"
            })
    void ofJoinersThoseStayThatShapeLetters(String text) {
        assertThat(controls(text)).isEqualTo(text);
    }

    @Test
    void ofSeveralJoinersOneIsEnough() {
        assertThat(controls("می\u200C\u200Cخواهم")).isEqualTo("می\u200Cخواهم");
        assertThat(controls("می\u200D\u200Cخواهم")).isEqualTo("می\u200Dخواهم");
    }

    @Test
    void aNonJoinerShapesNoPictures() {
        assertThat(controls("👩\u200C👩")).isEqualTo("👩👩");
        assertThat(controls("👩\u200Da")).isEqualTo("👩a");
        assertThat(controls("a\u200D👩")).isEqualTo("a👩");
    }

    @Test
    void zeroWidthSpacesStayBetweenLettersOfScriptsWithoutSpaces() {
        for (String text : new String[] {"ไทย\u200Bไทย", "ខ្មែរ\u200Bខ្មែរ", "ᦀ\u200Bᦀ", "မြန်\u200Bမာ"}) {
            assertThat(controls(text)).isEqualTo(text);
        }
        assertThat(controls("ไทย\u200Ba")).isEqualTo("ไทยa");
        assertThat(controls("a\u200Bไทย")).isEqualTo("aไทย");
        assertThat(controls("東\u200B京")).isEqualTo("東京");
    }

    @Test
    void ofTerminalsEscapesGoWithWhatBelongsToThem() {
        assertThat(controls("\u001B[1;31mred\u001B[0m")).isEqualTo("red");
        assertThat(controls("\u001B[Kred")).isEqualTo("red");
        assertThat(controls("\u001B[red")).isEqualTo("ed");
        assertThat(controls("\u001B red")).isEqualTo(" red");
        assertThat(controls("\u001B[ red")).isEqualTo("[ red");
        assertThat(controls("\u001B[12")).isEqualTo("[12");
        assertThat(controls("\u001B")).isEmpty();
        assertThat(controls("\u001B[1@a\u001B[3~b\u001B[?25h")).isEqualTo("ab");
        assertThat(controls("\u001B[1\u007Fa")).isEqualTo("[1a");
        assertThat(controls("\u001B[" + "1".repeat(14) + "m red")).isEqualTo(" red");
        assertThat(controls("\u001B[" + "1".repeat(15) + "m red")).isEqualTo("[" + "1".repeat(15) + "m red");
    }

    @Test
    void aSoftHyphenAtTheEndOfALineGoesWithIt() {
        assertThat(controls("govern\u00AD\nment")).isEqualTo("government");
        assertThat(controls("govern\u00AD \r\nment")).isEqualTo("government");
        assertThat(controls("govern\u00AD\nMent")).isEqualTo("govern\nMent");
        assertThat(controls("7\u00AD\nment")).isEqualTo("7\nment");
        assertThat(controls("\u00AD\nment")).isEqualTo("\nment");
        assertThat(controls("govern\u00AD\n")).isEqualTo("govern\n");
        assertThat(controls("govern\u00AD")).isEqualTo("govern");
        assertThat(controls("govern\u00ADment")).isEqualTo("government");
    }

    @Test
    void whatWindowsHasInTheirPlaceIsMeant() {
        assertThat(controls("\u0093Yes\u0094 \u0096 5 \u0080")).isEqualTo("“Yes” – 5 €");
    }

    @Test
    void directionMarksStayInLinesWithLettersFromRightToLeft() {
        for (String letter : new String[] {"א", "ا", "ﬞיִ", "ﭐ", "ﹰ", "ࢠ"}) {
            String line = letter + " \u200E(a)\u202A \u2066b\u2069";
            assertThat(controls("x\u200Ey\n" + line + "\nx\u200Fy")).as(letter).isEqualTo("xy\n" + line + "\nxy");
        }
        assertThat(controls("١\u200E ٢")).as("numbers are no letters").isEqualTo("١ ٢");
    }
}
