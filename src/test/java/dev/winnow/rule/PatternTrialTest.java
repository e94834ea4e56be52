package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.slot.Lexicon;
import dev.winnow.rule.slot.Lexicons;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether a pattern alone fits a text. */
class PatternTrialTest {

    private static boolean fits(String template, boolean exact, String text) {
        Lexicons lexicons = new Lexicons(Map.of(
                "marks", new Lexicon("marks", Map.of("en", List.of("Boats"), "de", List.of("Boote", "{int} Boote")))));
        return new PatternTrial(lexicons).fits(new Pattern.Template(template, null, Place.NOWHERE), exact, text);
    }

    @Test
    void isTheWholeTextOnAPageOfAnyLanguage() {
        assertThat(fits("Read more", false, "READ  more")).isTrue();
        assertThat(fits("Read more", true, "READ  more")).isFalse();
        assertThat(fits("Read more", false, "Read more of it")).isFalse();
        assertThat(fits("{@marks}", false, "boats")).isTrue();
        assertThat(fits("{@marks}", false, "7 boote")).isTrue();
        assertThat(fits("{@marks}", false, "goats")).isFalse();
    }

    @Test
    void isAnyTextWhereItComparesWithWhatIsKnown() {
        assertThat(fits("{=title}", false, "Goats")).isTrue();
    }

    @Test
    void isNoneWhereThePatternIsBroken() {
        assertThat(fits("{nothing like it}", false, "Goats")).isFalse();
    }
}
