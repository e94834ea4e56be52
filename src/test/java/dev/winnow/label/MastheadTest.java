package dev.winnow.label;

import static dev.winnow.label.TestLabelling.MORE;
import static dev.winnow.label.TestLabelling.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.rule.Field;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The day of the visit above a site's menu, and the day of the article. */
class MastheadTest {

    private static final String[] RULES = {
        "id: day\nlabel: timestamp\nline: [\"Day {published:date}\", \"Published {published:date}\"]",
        "id: title\nlabel: title\nline: Ferry is back",
        "id: byline\nlabel: byline\nline: [Ferry desk, \"By desk {published:date}\"]",
        "id: menu\nlabel: navigation\nline: Sections of this paper"
    };

    private static final List<String> LEXICONS = List.of(
            "lexicon: home\ndescription: Words for the first page.\nen: [Home, Front page]\n",
            "lexicon: published-labels\ndescription: Labels before a day.\nen: [Published]\n");

    private static final Winnow WINNOW = TestLabelling.withFiles(LEXICONS, "pack: common", RULES);

    private static final String TITLE = "Ferry is back";

    private static List<String> days(Labelling labelling) {
        return labelling.captures().stream()
                .filter(capture -> capture.field() == Field.PUBLISHED)
                .filter(capture -> capture.provenance() instanceof Provenance.Match)
                .map(Capture::text)
                .toList();
    }

    private static List<String> days(String... lines) {
        return days(TestLabelling.label(WINNOW, lines));
    }

    private static boolean counts(String... lines) {
        return days(lines).contains("2019-06-02");
    }

    @Test
    void leavesTheDayAboveAMenu() {
        assertThat(counts("Day 2019-06-02", "Home", TITLE, PROSE, MORE)).isFalse();
        assertThat(counts("Day 2019-06-02", "Home Goats and more", TITLE, PROSE, MORE))
                .isFalse();
        assertThat(counts("Day 2019-06-02", "front PAGE", TITLE, PROSE, MORE)).isFalse();
        assertThat(counts("Day 2019-06-02", "Sections of this paper", TITLE, PROSE, MORE))
                .isFalse();
        assertThat(counts("Day 2019-06-02", "World Business Sport", TITLE, PROSE, MORE))
                .isFalse();
        assertThat(counts("Day 2019-06-02", "国际 财经 体育", TITLE, PROSE, MORE)).isFalse();
    }

    @Test
    void takesTheDayAboveASectionOrAStandfirst() {
        assertThat(counts("Day 2019-06-02", TITLE, PROSE, MORE)).isTrue();
        assertThat(counts("Day 2019-06-02", "World", TITLE, PROSE, MORE)).isTrue();
        assertThat(counts("Day 2019-06-02", "World Business", TITLE, PROSE, MORE))
                .isTrue();
        assertThat(counts("Day 2019-06-02", "Goats on board", TITLE, PROSE, MORE))
                .isTrue();
        assertThat(counts("Day 2019-06-02", "World Cup 2019", TITLE, PROSE, MORE))
                .isTrue();
        assertThat(counts("Day 2019-06-02", "国际 财经 海上运输公司", TITLE, PROSE, MORE)).isTrue();
        assertThat(counts("Day 2019-06-02", "Pages of the front", TITLE, PROSE, MORE))
                .isTrue();
    }

    @Test
    void leavesTheDayFarAboveTheHeadline() {
        assertThat(counts("Day 2019-06-02", "Goats on board", "Ropes on board", TITLE, PROSE, MORE))
                .isTrue();
        assertThat(counts("Day 2019-06-02", "Goats on board", "Ropes on board", "Oars on board", TITLE, PROSE, MORE))
                .isFalse();
    }

    @Test
    void takesTheDayBelowTheHeadline() {
        assertThat(counts(TITLE, "Day 2019-06-02", "Home", PROSE, MORE)).isTrue();
    }

    @Test
    void takesTheDayThatIsCalledThatOfPublication() {
        assertThat(counts("Published 2019-06-02", "Home", TITLE, PROSE, MORE)).isTrue();
    }

    @Test
    void takesTheDayOfAByline() {
        assertThat(counts("By desk 2019-06-02", "Home", TITLE, PROSE, MORE)).isTrue();
    }

    @Test
    void takesTheDayBelowProse() {
        assertThat(counts(PROSE, "Day 2019-06-02", "Home", TITLE, MORE, PROSE)).isTrue();
    }

    @Test
    void measuresFromTheTextWhereThereIsNoHeadline() {
        assertThat(counts("Day 2019-06-02", "Home", "Goats on board", PROSE, MORE))
                .isFalse();
        assertThat(counts("Day 2019-06-02", "Goats on board", "Ropes on board", "Oars on board", PROSE, MORE))
                .isTrue();
        assertThat(counts(
                        "Day 2019-06-02",
                        "Goats on board",
                        "Ropes on board",
                        "Oars on board",
                        "Nets on board",
                        PROSE,
                        MORE))
                .isFalse();
        assertThat(counts("Day 2019-06-02", "Goats on board", "Ferry desk", "Home", "Ropes on board", PROSE, MORE))
                .as("the byline ends the head")
                .isTrue();
    }

    @Test
    void asksForNoMastheadFarDown() {
        String[] far = {
            "Goats a",
            "Goats b",
            "Goats c",
            "Goats d",
            "Goats e",
            "Goats f",
            "Goats g",
            "Goats h",
            "Day 2019-06-02",
            "Home",
            "Goats i",
            PROSE,
            MORE
        };
        assertThat(counts(far)).isTrue();
        String[] near = Arrays.copyOfRange(far, 1, far.length);
        assertThat(counts(near)).isFalse();
    }

    @Test
    void leavesADayWithAnotherNearerToTheText() {
        assertThat(days("Day 2019-06-02", TITLE, "Day 2019-06-01", PROSE, MORE)).containsExactly("2019-06-01");
        assertThat(days("Day 2019-06-02", TITLE, "Day 2019-06-02", PROSE, MORE))
                .containsExactly("2019-06-02", "2019-06-02");
        assertThat(days("Day 2019-06-02", TITLE, PROSE, "Day 2019-06-01", MORE)).containsExactly("2019-06-01");
        assertThat(days("Day 2019-06-02", TITLE, PROSE, MORE, "Day 2019-06-01", MORE))
                .as("far below it is another's")
                .containsExactly("2019-06-02", "2019-06-01");
    }

    @Test
    void takesTheDayOfTheSitesOwnRule() {
        Winnow site = TestLabelling.withFiles(
                LEXICONS, "pack: harbour.example\nname: Harbour\nhosts: [harbour.example]", RULES);
        Known known = new Known("harbour.example", null, null, null);
        assertThat(days(TestLabelling.label(
                        site, TestLabelling.text("Day 2019-06-02", "Home", TITLE, PROSE, MORE), known)))
                .containsExactly("2019-06-02");
    }

    private static List<String> html(String body) {
        return days(TestLabelling.html(WINNOW, body));
    }

    private static final String TEXT = "<p>" + PROSE + "</p><p>" + MORE + "</p>";

    @Test
    void takesALinkForAMenu() {
        assertThat(html("<div>Day 2019-06-02</div><div><a href=/x>Goats on board</a></div><div><h1>" + TITLE
                        + "</h1></div>" + TEXT))
                .isEmpty();
        assertThat(html("<div>Day 2019-06-02</div><div>Goats on board</div><div><h1>" + TITLE + "</h1></div>" + TEXT))
                .containsExactly("2019-06-02");
    }

    @Test
    void takesTheDayInTheElementOfTheHeadline() {
        assertThat(html("<header><div>Day 2019-06-02</div><div>Home</div><h1>" + TITLE + "</h1></header>" + TEXT))
                .containsExactly("2019-06-02");
        assertThat(html("<div><div>Day 2019-06-02</div><div>Home</div></div><header><h1>" + TITLE + "</h1></header>"
                        + TEXT))
                .isEmpty();
        assertThat(html("<div>Day 2019-06-02</div><div>Home</div><h1>" + TITLE + "</h1>" + TEXT))
                .as("the whole page is no element of the headline")
                .isEmpty();
        assertThat(html("<div>Day 2019-06-02</div><div>Home</div><div><h1>" + TITLE + "</h1></div>" + TEXT))
                .as("another element that looks alike")
                .isEmpty();
    }

    @Test
    void letsNoOtherDaySpeakAgainstItOnAPageOfHtml() {
        assertThat(html("<div>Day 2019-06-02</div><h1>" + TITLE + "</h1><div>Day 2019-06-01</div>" + TEXT))
                .containsExactly("2019-06-02", "2019-06-01");
    }
}
