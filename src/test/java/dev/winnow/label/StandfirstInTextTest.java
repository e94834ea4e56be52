package dev.winnow.label;

import static dev.winnow.label.TestLabelling.MORE;
import static dev.winnow.label.TestLabelling.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The paragraph between headline and byline of a page whose markup is lost. */
class StandfirstInTextTest {

    private static final String TITLE = "Ferry sails again after storm";
    private static final String STANDFIRST = "For two days forty people waited in the market hall of Vallmark";

    private static List<String> below(String... head) {
        String page = TITLE + " - Harbour News\nHome\nNews\n" + TITLE + "\n" + String.join("\n", head) + "\n" + PROSE
                + "\n" + MORE + "\n" + MORE;
        return TestLabelling.values(TestLabelling.label(TestLabelling.words(), page), Field.DESCRIPTION, "standfirst");
    }

    @Test
    void standsAboveTheDateOrTheAuthors() {
        assertThat(below(STANDFIRST, "6 June 2021")).containsExactly(STANDFIRST);
        assertThat(below(STANDFIRST + ".", "By Ada Holm")).containsExactly(STANDFIRST + ".");
        assertThat(below("Harbour", STANDFIRST, "Share", "Ada Holm | 6 June 2021"))
                .containsExactly(STANDFIRST);
    }

    @Test
    void hasEightWordsAndAtMostFiveHundredCharacters() {
        String eight = "For two days forty people waited in halls";
        assertThat(below(eight, "6 June 2021")).containsExactly(eight);
        assertThat(below("For two days forty people waited there", "6 June 2021"))
                .isEmpty();
        String most = (STANDFIRST + " with all that is theirs".repeat(20)).substring(0, 500);
        assertThat(below(most, "6 June 2021")).containsExactly(most);
        assertThat(below(most + "s", "6 June 2021")).isEmpty();
    }

    @Test
    void standsWithTheDateOnEightLinesBelowTheHeadline() {
        assertThat(below(STANDFIRST, "Sea", "Bay", "Fog", "Ice", "Hail", "Snow", "6 June 2021"))
                .containsExactly(STANDFIRST);
        assertThat(below(STANDFIRST, "Sea", "Bay", "Fog", "Ice", "Hail", "Snow", "Rain", "6 June 2021"))
                .isEmpty();
    }

    @Test
    void isNothingThatStandsElsewhere() {
        assertThat(below("6 June 2021", STANDFIRST)).as("below the date").isEmpty();
        assertThat(below(STANDFIRST)).as("no date").isEmpty();
        assertThat(below(STANDFIRST, STANDFIRST + " again", "6 June 2021"))
                .as("two of them")
                .isEmpty();
        assertThat(below("Forty people waited", "6 June 2021")).as("short").isEmpty();
        assertThat(below(STANDFIRST, "Sea", "Bay", "Fog", "Ice", "Hail", "Snow", "Rain", "6 June 2021"))
                .as("far away")
                .isEmpty();
        assertThat(below(STANDFIRST + " on 5 June 2021", "6 June 2021"))
                .as("a caption with its day")
                .isEmpty();
        assertThat(below(STANDFIRST + " with all that is theirs".repeat(20), "6 June 2021"))
                .as("a long one")
                .isEmpty();
    }
}
