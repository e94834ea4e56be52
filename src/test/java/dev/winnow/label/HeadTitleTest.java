package dev.winnow.label;

import static dev.winnow.label.TestLabelling.MORE;
import static dev.winnow.label.TestLabelling.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.SourceDocument;
import dev.winnow.rule.Field;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The headline of a page of HTML, by what its head calls the title. */
class HeadTitleTest {

    private static final String TITLE = "Ferry sails again";
    private static final String TEXT = "<p>" + PROSE + "</p><p>" + MORE + "</p>";

    private static Labelling label(@Nullable String title, String body) {
        SourceDocument source = SourceDocument.html("-", "<html><body>" + body + "</body></html>");
        return TestLabelling.label(TestLabelling.mechanisms(), source, new Known(null, null, null, title));
    }

    /** Numbers of the lines that are the headline by it. */
    private static List<Integer> titles(Labelling labelling) {
        List<String> rules = TestLabelling.rulesOf(labelling);
        return IntStream.range(0, rules.size())
                .filter(i -> rules.get(i).equals("mechanism/head-title"))
                .boxed()
                .toList();
    }

    @Test
    void isAMainHeading() {
        assertThat(titles(label(TITLE, "<h1>" + TITLE + "</h1>" + TEXT))).containsExactly(0);
        assertThat(titles(label(TITLE, "<p>Harbour</p><h2>" + TITLE + "</h2>" + TEXT)))
                .containsExactly(1);
        assertThat(titles(label(TITLE, "<h3>" + TITLE + "</h3>" + TEXT))).isEmpty();
        assertThat(titles(label(TITLE, "<p>" + TITLE + "</p>" + TEXT))).isEmpty();
    }

    @Test
    void saysTheTitle() {
        assertThat(titles(label(TITLE, "<h1>Goats on board</h1>" + TEXT))).isEmpty();
        assertThat(titles(label(null, "<h1>" + TITLE + "</h1>" + TEXT))).isEmpty();
    }

    @Test
    void tellsTheTitleOnceHoweverOftenItStands() {
        Labelling labelling = label(TITLE, "<h1>Ferry SAILS again</h1>" + TEXT + "<h2>" + TITLE + "</h2>" + TEXT);
        assertThat(titles(labelling)).containsExactly(0, 3);
        assertThat(TestLabelling.values(labelling, Field.TITLE, "head-title")).containsExactly("Ferry SAILS again");
    }

    @Test
    void isNotKnownOnPlainText() {
        Known known = new Known(null, null, null, TITLE);
        assertThat(titles(
                        TestLabelling.label(TestLabelling.mechanisms(), TestLabelling.text(TITLE, PROSE, MORE), known)))
                .isEmpty();
    }
}
