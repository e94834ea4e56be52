package dev.winnow.label;

import static dev.winnow.label.TestLabelling.MORE;
import static dev.winnow.label.TestLabelling.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Label;
import dev.winnow.rule.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A headline by the browser's title on a page's first line. */
class RepeatedTitleTest {

    private static final String TITLE = "Ferry sails again after storm";

    private static Labelling label(String... lines) {
        return TestLabelling.label(TestLabelling.mechanisms(), lines);
    }

    private static List<Integer> titles(String... lines) {
        List<Label> labels = TestLabelling.labels(label(lines));
        return IntStream.range(0, labels.size())
                .filter(i -> labels.get(i) == Label.TITLE)
                .boxed()
                .toList();
    }

    private static List<String> values(String... lines) {
        return label(lines).captures().stream()
                .filter(capture -> capture.field() == Field.TITLE)
                .map(Capture::text)
                .distinct()
                .toList();
    }

    /** A page with words between the two titles. */
    private static String[] page(String first, int between, String again, int sentences) {
        List<String> lines = new ArrayList<>(List.of(first));
        IntStream.range(0, between).forEach(i -> lines.add("Menu " + (char) ('a' + i % 26)));
        lines.add(again);
        IntStream.range(0, sentences).forEach(i -> lines.add(i % 2 == 0 ? PROSE : MORE));
        return lines.toArray(String[]::new);
    }

    @Test
    void knowsTheLineThatStandsTwiceOverAnArticle() {
        assertThat(titles(page(TITLE, 2, TITLE, 2))).containsExactly(0, 3);
        assertThat(values(page(TITLE, 2, TITLE, 2))).containsExactly(TITLE);
    }

    @Test
    void asksForTwoSentencesBelow() {
        assertThat(titles(page(TITLE, 2, TITLE, 1))).isEmpty();
        assertThat(titles(page(TITLE, 2, TITLE, 3))).containsExactly(0, 3);
    }

    @Test
    void allowsOneSentenceBetween() {
        assertThat(titles(TITLE, PROSE, TITLE, PROSE, MORE)).containsExactly(0, 2);
        assertThat(titles(TITLE, PROSE, MORE, TITLE, PROSE, MORE)).isEmpty();
    }

    @Test
    void asksForThreeWords() {
        assertThat(titles(page("Ferry sails", 1, "Ferry sails", 2))).isEmpty();
        assertThat(titles(page("Ferry sails again", 1, "Ferry sails again", 2))).containsExactly(0, 2);
    }

    @Test
    void looksOverAWholeMenuForATitleOfFourWords() {
        assertThat(titles(page("Ferry sails again", 10, "Ferry sails again", 2)))
                .containsExactly(0, 11);
        assertThat(titles(page("Ferry sails again", 11, "Ferry sails again", 2)))
                .isEmpty();
        assertThat(titles(page("Ferry sails again today", 40, "Ferry sails again today", 2)))
                .containsExactly(0, 41);
        assertThat(titles(page(TITLE, 248, TITLE, 2))).containsExactly(0, 249);
        assertThat(titles(page(TITLE, 249, TITLE, 2))).isEmpty();
    }

    @Test
    void leavesLinesThatGoOn() {
        assertThat(titles(page(TITLE + ",", 1, TITLE + ",", 2))).isEmpty();
        assertThat(titles(page(TITLE + ";", 1, TITLE + ";", 2))).isEmpty();
        assertThat(titles(page(TITLE + "!", 1, TITLE + "!", 2))).containsExactly(0, 2);
    }

    @Test
    void leavesSentences() {
        assertThat(titles(PROSE, "Menu", PROSE, MORE, MORE)).isEmpty();
        String asking = "Why did the ferry of all ferries sail again after this storm?";
        assertThat(titles(page(asking, 1, asking, 2))).isEmpty();
    }

    @Test
    void takesTheShorterOfTheTwoForTheHeadline() {
        assertThat(values(page(TITLE + " - Harbour News", 2, TITLE, 2))).containsExactly(TITLE);
        assertThat(titles(page(TITLE + " - Harbour News", 2, TITLE, 2))).containsExactly(0, 3);
        assertThat(values(page(TITLE, 2, TITLE + " - Harbour News", 2))).containsExactly(TITLE);
    }

    @Test
    void takesTheFirstOfTwoAlike() {
        assertThat(values(page(TITLE, 2, TITLE.toUpperCase(Locale.ROOT), 2))).containsExactly(TITLE);
    }

    @Test
    void knowsTheHeadlineInATitleWithMoreBesideIt() {
        String browser = TITLE + " - World - The Daily Post of Both Harbours";
        assertThat(titles(page(browser, 2, TITLE, 2))).containsExactly(0, 3);
        assertThat(values(page(browser, 2, TITLE, 2))).containsExactly(TITLE);
        assertThat(titles(page(browser, 2, "The Daily Post", 2))).isEmpty();
    }

    @Test
    void looksBelowADateThatAScraperPutThere() {
        assertThat(titles("2 June 2019", TITLE, "Menu", TITLE, PROSE, MORE)).containsExactly(1, 3);
        assertThat(titles("2 June 2019", "3 June 2019", TITLE, "Menu", TITLE, PROSE, MORE))
                .isEmpty();
        assertThat(titles("Menu", TITLE, "Menu", TITLE, PROSE, MORE)).isEmpty();
    }

    @Test
    void looksBelowALineThatARuleTook() {
        assertThat(titles("Share", TITLE, "Menu", TITLE, PROSE, MORE)).containsExactly(1, 3);
    }

    @Test
    void takesWhatRepeatsItselfFurtherDownForAMenu() {
        Labelling labelling = label("Share", "Share", "Share", TITLE, "Menu", TITLE, PROSE, MORE);
        assertThat(TestLabelling.labels(labelling).subList(3, 6))
                .containsExactly(Label.NAVIGATION, Label.BODY, Label.NAVIGATION);
        assertThat(labelling.captures()).isEmpty();
    }

    @Test
    void knowsAHeadlineByTheSitesNameBehindABar() {
        assertThat(values(page(TITLE + " | Harbour News", 2, "Ferry desk", 2))).containsExactly(TITLE);
        assertThat(titles(page(TITLE + " | Harbour News", 2, "Ferry desk", 2))).containsExactly(0);
        assertThat(values(page(TITLE + " | World | Harbour News", 2, "Ferry desk", 2)))
                .containsExactly(TITLE);
        assertThat(values(page(TITLE + " | World | Sea | Harbour News", 2, "Ferry desk", 2)))
                .containsExactly(TITLE);
    }

    @Test
    void leavesLinesWithBarsThatAreNoTitles() {
        assertThat(titles(page(TITLE + " | World | Sea | Bay | Harbour News", 2, "Ferry desk", 2)))
                .as("five parts are a menu")
                .isEmpty();
        assertThat(titles(page("Ferry sails | Harbour", 2, "Ferry desk", 2)))
                .as("two words")
                .isEmpty();
        assertThat(titles(page("Ferry sails again | The Daily Post of Both Harbours", 2, "Ferry desk", 2)))
                .as("what stands behind is longer")
                .isEmpty();
        assertThat(titles(page("Ferry sails again | The Daily Post of Both Harbours | Sea", 2, "Ferry desk", 2)))
                .as("so is the part in the middle")
                .isEmpty();
        assertThat(titles(page(TITLE + " - Harbour News", 2, "Ferry desk", 2)))
                .as("dashes stand in sentences, too")
                .isEmpty();
        assertThat(titles(page(TITLE + " | Harbour News", 2, "Ferry desk", 1)))
                .as("there is no article")
                .isEmpty();
    }
}
