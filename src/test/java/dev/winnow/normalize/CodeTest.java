package dev.winnow.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.document.Span;
import dev.winnow.document.TrackedText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In code characters stand for themselves. */
class CodeTest {

    private static String only(String step, String text, Span... code) {
        return Normalizer.none()
                .with(step)
                .normalize(TrackedText.of(text), List.of(code))
                .text();
    }

    @ParameterizedTest
    @CsvSource({
        "dashes, a–b, a-b",
        "quotes, “a”, \"a\"",
        "ligatures, ﬁn, fin",
        "mojibake, cafÃ© naÃ¯ve, café naïve",
        "nfc, e\u0301, é",
        "spaces, a\u00A0b, a b"
    })
    void staysWhatIsWrittenOtherwiseInProse(String step, String text, String normal) {
        String twice = text + " | " + text;
        assertThat(only(step, twice)).isEqualTo(normal + " | " + normal);
        assertThat(only(step, twice, new Span(0, text.length()))).isEqualTo(text + " | " + normal);
        assertThat(only(step, twice, new Span(text.length() + 3, twice.length())))
                .isEqualTo(normal + " | " + text);
    }

    @ParameterizedTest
    @CsvSource({"line-ends, 'a\r\nb', 'a\nb'", "controls, a\u200Bb, ab", "bom, \uFEFFa, a"})
    void goesWhatNobodySees(String step, String text, String normal) {
        assertThat(only(step, text, new Span(0, text.length()))).isEqualTo(normal);
    }

    @Test
    void beginsAndEndsWhereItSays() {
        String text = "–a–b–c–";
        assertThat(only("dashes", text, new Span(2, 3), new Span(4, 5))).isEqualTo("-a–b–c-");
        assertThat(only("dashes", text, new Span(1, 2), new Span(3, 4))).isEqualTo("-a-b-c-");
        assertThat(only("dashes", text, new Span(6, 7))).isEqualTo("-a-b-c–");
        assertThat(only("dashes", text, new Span(0, 1))).isEqualTo("–a-b-c-");
    }

    @Test
    void stepsHaveNames() {
        for (String name : Normalizer.builtIn()) {
            assertThat(Normalizer.step(name).name()).isEqualTo(name);
        }
        assertThatThrownBy(() -> Normalizer.step("dash"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'dash'")
                .hasMessageContaining("dashes");
        assertThatThrownBy(() -> Normalizer.none().with("dash")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void dashesAreAllOneWhereSomebodyAsks() {
        assertThat(only("dashes", "\u200Fa\u2010b\u2011c\u2012d\u2013e\u2014f\u2015g\u2212h\u2016"))
                .isEqualTo("\u200Fa-b-c-d-e-f-g-h\u2016");
    }

    @Test
    void aTextThatIsOnlyAByteOrderMarkIsEmpty() {
        assertThat(only("bom", "\uFEFF\uFEFF")).isEmpty();
        assertThat(only("bom", "a\uFEFF")).isEqualTo("a\uFEFF");
    }
}
