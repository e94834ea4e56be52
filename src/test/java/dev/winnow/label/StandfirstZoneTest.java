package dev.winnow.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.document.Label;
import org.junit.jupiter.api.Test;

/** A standfirst above the line of the date leaves what stands between it and the text in the page's head. */
class StandfirstZoneTest {

    private static final String STANDFIRST = "Forty people waited in the market hall for two days.";

    private static final Winnow WINNOW = TestLabelling.common(
            "id: day\nlabel: timestamp\nline: 6 June", "id: name\nlabel: byline\nzone: head\nline: Ada Holm");

    private static Label name(String... lines) {
        Labelling labelling = TestLabelling.label(WINNOW, lines);
        return labelling.decisions().get(2).label();
    }

    @Test
    void reachesTheTextBelowTheDate() {
        assertThat(name("Ferry sails", STANDFIRST, "Ada Holm", "6 June", TestLabelling.PROSE, TestLabelling.MORE))
                .isEqualTo(Label.BYLINE);
    }

    @Test
    void endsAtTheFirstSentenceWithoutADateBelowIt() {
        assertThat(name("Ferry sails", STANDFIRST, "Ada Holm", TestLabelling.PROSE, "6 June", TestLabelling.MORE))
                .isNotEqualTo(Label.BYLINE);
        assertThat(name("Ferry sails", STANDFIRST, "Ada Holm", "6 June")).isNotEqualTo(Label.BYLINE);
    }
}
