package dev.winnow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    private static List<Boolean> glued(String text) {
        return Page.of(TrackedText.of(text)).lines().stream().map(Line::glued).toList();
    }

    @Test
    void knowsLinesRightBelowEachOther() {
        assertThat(glued("Ferry\nHarbour\n\nLighthouse\n \nPilot\nBuoy"))
                .containsExactly(false, true, false, false, true);
    }

    @Test
    void saysNothingOnPageWithoutBlankLines() {
        assertThat(glued("\n\nFerry\nHarbour\nLighthouse\n\n")).containsExactly(false, false, false);
    }
}
