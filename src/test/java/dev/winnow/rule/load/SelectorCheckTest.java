package dev.winnow.rule.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.source.html.Selectors;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelectorCheckTest {

    private static final int TEXTS = 20_000;

    private static final List<String> PIECES = List.of(
            "a", "nav", ".b", "#c", "[d]", "[d=e]", "[d^=e]", "[", "]", " ", "  ", ",", ", ", "@f", ".", "#", ">",
            ":not(", ")", "1", "-", "_", "*", "=", "\"", ".b-c");

    /** What passes without the library is what the library takes. */
    @Test
    void whatIsPlainIsASelector() {
        Random random = new Random(1);
        int plain = 0;
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(6); piece >= 0; piece--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String css = text.toString();
            if (SelectorCheck.isPlain(css)) {
                plain++;
                assertThat(Selectors.problem(css)).as("'%s'", css).isNull();
            }
        }
        assertThat(plain).isGreaterThan(TEXTS / 100);
    }

    @Test
    void theSelectorsThatShipArePlain() {
        assertThat(SelectorCheck.isPlain("nav, [role=navigation], .main-menu, #menu"))
                .isTrue();
        assertThat(SelectorCheck.isPlain("[itemprop=articleBody]")).isTrue();
        assertThat(SelectorCheck.isPlain(".byline a, .vcard .fn")).isTrue();
        assertThat(SelectorCheck.isPlain("time[pubdate]@datetime")).isTrue();
        assertThat(SelectorCheck.isPlain("nav > a")).isFalse();
        assertThat(SelectorCheck.isPlain("")).isFalse();
    }
}
