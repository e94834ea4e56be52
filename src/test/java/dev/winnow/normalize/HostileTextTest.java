package dev.winnow.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Ledger;
import dev.winnow.document.TrackedText;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text made to take long or to fill the memory. Each finishes in time linear in its length; no clock is asked. */
class HostileTextTest {

    private static final int UNITS = 1_600_000;

    static Stream<Arguments> runs() {
        return Stream.of(
                        "Ã",
                        "Ã©",
                        "Ã ",
                        "â€",
                        "ðŸ",
                        "Ð",
                        "Ð¿",
                        "í\u00A0½",
                        "Â\u00A0",
                        "Ãƒ",
                        "√",
                        "─î",
                        "Р",
                        "Рї",
                        "â€™",
                        "&",
                        "&amp;",
                        "&#",
                        "&amp;#38;",
                        "amp;",
                        "\u00A0",
                        " ",
                        "\u00A0x",
                        "\n",
                        "\r",
                        "\u0085",
                        "\u00AD",
                        "\u200B",
                        "\u200D",
                        "\uD83D",
                        "\uDE00",
                        "\u0301\u0323",
                        "a\u0301",
                        "\u1100",
                        "ﬁ",
                        "\u0000",
                        "\u001B[",
                        "-\n",
                        "ab-\n",
                        "x\n",
                        "\uFEFF",
                        "\u3000",
                        "\uFFFD",
                        "â\uFFFD",
                        "Ñ\uFFFD",
                        "é…”")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void longRunsFinishAndCanBeRestored(String piece) {
        String source = piece.repeat(UNITS / 4 / piece.length());
        TrackedText text = Normalizer.standard().normalize(TrackedText.of(source));
        assertThat(Ledger.of(text).restore(text.text()).equals(source)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void linesOfWrapLengthFinish(String piece) {
        String line = "the harbour of the island that was " + piece + " and will be closed until the spring comes\n";
        String source = line.repeat(UNITS / 4 / line.length());
        TrackedText text = Normalizer.standard().normalize(TrackedText.of(source));
        assertThat(Ledger.of(text).restore(text.text()).equals(source)).isTrue();
    }

    /** A pair that would be UTF-8 turns up by chance in GBK that was read as Latin-1; alone in a word it is damage. */
    @Test
    void leavesTextOfAnotherEncodingAlone() {
        StepsTest.assertUnchanged("ÊÐ³¤±íÃ©Ê¾´óÇÅ½«ÓÚ");
        assertThat(StepsTest.normal("The cafÃ© by the harbour.")).isEqualTo("The café by the harbour.");
    }
}
