package dev.winnow.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How lines of Chinese and Japanese are set. */
class WideTest {

    @Test
    void countsTwoColumnsForWideCharacters() {
        assertThat(Wide.columns("港はABＡｱ。", 0, 7)).isEqualTo(11);
        assertThat(Wide.columns("港はAB", 1, 3)).isEqualTo(3);
        assertThat(Wide.columns("港", 0, 0)).isZero();
    }

    @Test
    void knowsWhatBeginsAndEndsNoLine() {
        assertThat(Wide.isOpening('「')).isTrue();
        assertThat(Wide.isOpening('（')).isTrue();
        assertThat(Wide.isClosing('，')).isTrue();
        assertThat(Wide.isOpening('」')).isFalse();
        assertThat(Wide.isClosing('」')).isTrue();
        assertThat(Wide.isClosing('っ')).isTrue();
        assertThat(Wide.isClosing('つ')).isFalse();
    }
}
