package dev.winnow.label;

import static dev.winnow.label.TestLabelling.MORE;
import static dev.winnow.label.TestLabelling.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Label;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lines are that nobody names. */
class ByShapeTest {

    private static List<Label> labels(String... lines) {
        return TestLabelling.labels(TestLabelling.label(TestLabelling.mechanisms(), lines));
    }

    private static List<Label> html(String body) {
        return TestLabelling.labels(TestLabelling.html(TestLabelling.mechanisms(), body));
    }

    @Test
    void takesALineOverProseForItsHeading() {
        assertThat(labels("At the harbour", PROSE)).containsExactly(Label.HEADING, Label.BODY);
        assertThat(labels("At the harbour", "At the quay", PROSE))
                .containsExactly(Label.BODY, Label.HEADING, Label.BODY);
        assertThat(labels(PROSE, "At the harbour")).containsExactly(Label.BODY, Label.BODY);
        assertThat(labels("It left.", PROSE)).containsExactly(Label.BODY, Label.BODY);
    }

    @Test
    void takesNoLineOfAStanzaForAHeading() {
        assertThat(labels(MORE, "", "The tide goes out", "the tide comes in", PROSE, "", MORE))
                .containsExactly(Label.BODY, Label.BODY, Label.BODY, Label.BODY, Label.BODY);
        assertThat(labels(MORE, "", "The tide goes out", PROSE, "", MORE))
                .containsExactly(Label.BODY, Label.HEADING, Label.BODY, Label.BODY);
    }

    @Test
    void takesBulletsForItems() {
        assertThat(labels(PROSE, "- ropes", "• oars", "* sails", MORE))
                .containsExactly(Label.BODY, Label.LIST, Label.LIST, Label.LIST, Label.BODY);
        assertThat(labels(PROSE, "-ropes", "-", MORE)).doesNotContain(Label.LIST);
    }

    @Test
    void takesNoDialogueForItems() {
        assertThat(labels(PROSE, "— Here we wait, — said the skipper.", "— We wait.", "", MORE))
                .doesNotContain(Label.LIST);
        assertThat(labels(PROSE, "– Do we wait?", "– We wait.", MORE)).doesNotContain(Label.LIST);
        assertThat(labels(PROSE, "- We wait, - said the skipper.", MORE)).doesNotContain(Label.LIST);
        // Items of one kind, with hyphens, in lower case, or no sentences.
        assertThat(labels(PROSE, "– Do we wait?", "– Who pays?", MORE)).contains(Label.LIST);
        assertThat(labels(PROSE, "– We wait.", "– We pay.", MORE)).contains(Label.LIST);
        assertThat(labels(PROSE, "- Do we wait?", "- We wait.", MORE)).contains(Label.LIST);
        assertThat(labels(PROSE, "– do we wait?", "– we wait.", MORE)).contains(Label.LIST);
        assertThat(labels(PROSE, "– Ropes, – oars", "– Nets", MORE)).contains(Label.LIST);
    }

    @Test
    void takesIndentedLinesForWhatTheyStandAmong() {
        assertThat(labels(PROSE, "", "while ferry:", "    - ropes", "    - oars", "", MORE))
                .containsExactly(Label.BODY, Label.BODY, Label.BODY, Label.BODY, Label.BODY);
        assertThat(labels(PROSE, "", "- ferry", "    - ropes", "    - oars", "", MORE))
                .containsExactly(Label.BODY, Label.LIST, Label.LIST, Label.LIST, Label.BODY);
    }

    @Test
    void goesByTheElement() {
        assertThat(html("<h3>It left.</h3><p>" + PROSE + "</p><ul><li>ropes</ul><blockquote>oars</blockquote>"
                        + "<pre>- sails</pre><p>- nets</p>"))
                .containsExactly(Label.HEADING, Label.BODY, Label.LIST, Label.QUOTE, Label.BODY, Label.LIST);
    }
}
