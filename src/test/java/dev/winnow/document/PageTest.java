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

    @Test
    void countsTheLinesOfTheSource() {
        Reason reason = new Reason("test", null, "a test");
        Page page = Page.of(TrackedText.of("\r\nFerry\n\nHarbour\r\rPilot\r\n")
                .apply(List.of(new Edit(0, 2, "", reason), new Edit(16, 18, "\n\n", reason))));
        assertThat(page.lines()).extracting(Line::text).containsExactly("Ferry", "Harbour", "Pilot");
        assertThat(page.lines())
                .extracting(line -> page.sourceLine(line.index()))
                .containsExactly(2, 4, 6);
    }
}
