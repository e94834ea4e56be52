package dev.winnow.label;

import static dev.winnow.label.TestLabelling.MORE;
import static dev.winnow.label.TestLabelling.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.document.Label;
import dev.winnow.document.SourceDocument;
import dev.winnow.rule.Field;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines around a headline, and elsewhere on a page, that may hold the day of publication. */
class DateNearTitleTest {

    private static final Winnow WINNOW = TestLabelling.common(
            "id: related\nlabel: related\nline: \"Related {any}\"",
            "id: copyright\nlabel: copyright\nline: \"Rights {any}\"");

    private static final String TITLE = "<h1>The ferry is back</h1>";
    private static final String TEXT = "<p>" + PROSE + "</p><p>" + MORE + "</p>";

    private static List<Capture> captures(String body) {
        return TestLabelling.html(WINNOW, body).captures();
    }

    private static List<String> near(String body) {
        return captures(body).stream()
                .filter(capture -> capture.provenance() instanceof Provenance.NearTitle)
                .map(Capture::text)
                .toList();
    }

    private static List<String> elsewhere(String body) {
        return captures(body).stream()
                .filter(capture -> capture.provenance() instanceof Provenance.OnPage)
                .map(Capture::text)
                .toList();
    }

    private static String div(String text) {
        return "<div>" + text + "</div>";
    }

    private static String divs(int count, String text) {
        StringBuilder divs = new StringBuilder();
        IntStream.range(0, count).forEach(i -> divs.append(div(text + " " + (char) ('a' + i))));
        return divs.toString();
    }

    @Test
    void takesLinesWithDigitsBelowAndThenAbove() {
        assertThat(near(div("3 May, noon") + TITLE + div("Goats") + div("4 May, noon") + TEXT))
                .containsExactly("4 May, noon", "3 May, noon");
    }

    @Test
    void looksTwelveLinesBelow() {
        assertThat(near(TITLE + divs(11, "Goats") + div("4 May") + TEXT)).containsExactly("4 May");
        assertThat(near(TITLE + divs(12, "Goats") + div("4 May") + TEXT)).isEmpty();
    }

    @Test
    void looksFourLinesAbove() {
        assertThat(near("<header>" + div("4 May") + divs(3, "Goats") + TITLE + "</header>" + TEXT))
                .containsExactly("4 May");
        assertThat(near("<header>" + div("4 May") + divs(4, "Goats") + TITLE + "</header>" + TEXT))
                .isEmpty();
    }

    @Test
    void goesOnBehindOneSentence() {
        assertThat(near(TITLE + "<p>" + PROSE + "</p>" + div("4 May") + "<p>" + MORE + "</p>" + div("5 May")))
                .containsExactly("4 May");
    }

    @Test
    void leavesLongLinesBelowASentence() {
        String sixty = "4 May" + " goats".repeat(9) + "x";
        assertThat(sixty).hasSize(60);
        assertThat(near(TITLE + "<p>" + PROSE + "</p>" + div(sixty) + TEXT)).containsExactly(sixty);
        assertThat(near(TITLE + "<p>" + PROSE + "</p>" + div(sixty + "y") + TEXT))
                .isEmpty();
        assertThat(near(TITLE + div(sixty + "y") + TEXT)).containsExactly(sixty + "y");
    }

    @Test
    void leavesLongerLinesEverywhere() {
        String most = "4 May" + " goats".repeat(19) + "x";
        assertThat(most).hasSize(120);
        assertThat(near(TITLE + div(most) + TEXT)).containsExactly(most);
        assertThat(near(TITLE + div(most + "y") + TEXT)).isEmpty();
    }

    @Test
    void leavesQuotations() {
        assertThat(near("<blockquote>Goats, 3 May</blockquote>" + TITLE + "<blockquote>Goats, 4 May</blockquote>"
                        + TEXT))
                .isEmpty();
        assertThat(elsewhere(TITLE + TEXT + "<blockquote>Goats, 4 May 2019</blockquote>"))
                .isEmpty();
    }

    @Test
    void leavesRowsOfATimetable() {
        String row = "<tr><td>4 May</td></tr>";
        assertThat(near(TITLE + "<table>" + row + row + "</table>" + TEXT)).isEmpty();
        assertThat(near(TITLE + "<table>" + row + "</table>" + TEXT)).containsExactly("4 May");
    }

    @Test
    void leavesLinesThatAreOfSomethingElse() {
        assertThat(near(TITLE + div("Related 4 May") + TEXT)).isEmpty();
        assertThat(near(TITLE + div("Rights 4 May") + TEXT)).containsExactly("Rights 4 May");
    }

    @Test
    void takesTheDateThatTheTextBeginsWith() {
        String tail = PROSE;
        assertThat(near(TITLE + "<p>(3 May 2021) " + tail + "</p>")).containsExactly("(3 May 2021");
        assertThat(near(TITLE + "<p>Oresk, 3 May 2021 - " + tail + "</p>")).containsExactly("Oresk, 3 May 2021");
        assertThat(near(TITLE + "<p>3.5.21 | Oresk: " + tail + "</p>")).containsExactly("3.5.21");
        assertThat(near(TITLE + "<p>Oresk - " + tail + "</p>")).isEmpty();
        assertThat(near(TITLE + "<p>3 May: " + tail + "</p>")).isEmpty();
        assertThat(near(TITLE + "<p>The harbour master of Oresk in the Bay, 3 May 2021 - " + tail + "</p>"))
                .as("it reaches too far")
                .isEmpty();
    }

    @Test
    void takesNothingOfPlainText() {
        assertThat(TestLabelling.label(WINNOW, PROSE, "3 May 2021", MORE).captures())
                .noneMatch(capture -> capture.field() == Field.PUBLISHED);
    }

    @Test
    void takesLinesWithAYearElsewhere() {
        assertThat(elsewhere(TITLE + TEXT + div("Goats, 4 May 2019"))).containsExactly("Goats, 4 May 2019");
        assertThat(elsewhere(TITLE + TEXT + div("1990"))).containsExactly("1990");
        assertThat(elsewhere(TITLE + TEXT + div("2099"))).containsExactly("2099");
        assertThat(elsewhere(TITLE + TEXT + div("4 May 1989"))).isEmpty();
        assertThat(elsewhere(TITLE + TEXT + div("4 May 2100"))).isEmpty();
        assertThat(elsewhere(TITLE + TEXT + div("Goat 20190"))).isEmpty();
        assertThat(elsewhere(TITLE + TEXT + div("Goat 120190504"))).isEmpty();
    }

    @Test
    void takesLinesWithThreeShortNumbersElsewhere() {
        assertThat(elsewhere(TITLE + TEXT + div("Goats, 4.5.19"))).containsExactly("Goats, 4.5.19");
        assertThat(elsewhere(TITLE + TEXT + div("Goats, 4.5."))).isEmpty();
        assertThat(elsewhere(TITLE + TEXT + div("Goats, 4.5.190"))).isEmpty();
    }

    @Test
    void leavesSentencesElsewhere() {
        assertThat(elsewhere(TITLE + TEXT + "<p>The ferry left the harbour at noon on 4 May 2019, four days late.</p>"))
                .isEmpty();
    }

    @Test
    void takesTwentyOneForAList() {
        assertThat(elsewhere(TITLE + TEXT + divs(20, "Goats 2019"))).hasSize(20);
        assertThat(elsewhere(TITLE + TEXT + divs(21, "Goats 2019"))).isEmpty();
    }

    @Test
    void countsLinesOfTheSiteByThemselves() {
        String body = TITLE + TEXT + divs(21, "Goats 2019") + div("Rights 2019");
        assertThat(elsewhere(TITLE + TEXT + divs(20, "Rights 2019") + div("Goats 2019")))
                .hasSize(21)
                .startsWith("Goats 2019");
        assertThat(elsewhere(TITLE + TEXT + divs(21, "Rights 2019") + div("Goats 2019")))
                .containsExactly("Goats 2019");
        assertThat(elsewhere(body)).as("the list ends the search").isEmpty();
        assertThat(captures(TITLE + TEXT + div("Rights 2019") + div("Goats 2019")))
                .extracting(Capture::provenance)
                .contains(new Provenance.OnPage(3, true), new Provenance.OnPage(4, false));
    }

    private static int headline(String body, String known) {
        SourceDocument source = SourceDocument.html("-", "<html><body>" + body + "</body></html>");
        Labelling labelling = TestLabelling.label(WINNOW, source, Known.NOTHING);
        return DateNearTitle.title(WINNOW.page(source), labelling.decisions(), known);
    }

    @Test
    void knowsTheHeadlineByWhatIsKnownOfIt() {
        String body = "<h1>Harbour Post</h1><h2>The ferry is back again</h2>" + TEXT;
        assertThat(headline(body, null)).isZero();
        assertThat(headline(body, "The ferry is back - Harbour")).isEqualTo(1);
        assertThat(headline(body, "The ferry is late"))
                .as("three quarters alike")
                .isEqualTo(1);
        assertThat(headline(body, "The ferryman sings a song"))
                .as("less is alike")
                .isZero();
        assertThat(headline("<h1>Harbour Post</h1><h2>The ferry</h2>" + TEXT, "The ferry"))
                .as("short headings may be anything's")
                .isZero();
        assertThat(headline(div("The ferry is back again") + TEXT, "The ferry is back again"))
                .as("no heading")
                .isEqualTo(-1);
        assertThat(headline("<h2>Harbour Post</h2><h3>Goats</h3>" + TEXT, null)).isEqualTo(-1);
        assertThat(headline("<h1>Goats</h1><h1>Ropes</h1>" + TEXT, null)).isZero();
        assertThat(headline("<h1>Goats</h1><h2>Ferry sank</h2>" + TEXT, "Ferry sank"))
                .as("ten letters")
                .isEqualTo(1);
        assertThat(headline("<h1>Goats</h1><h2>Ferry 4711 of</h2>" + TEXT, "Ferry 471234"))
                .as("nine of twelve letters")
                .isEqualTo(1);
        assertThat(headline("<h1>Goats</h1><h2>Ferry 4711 of</h2>" + TEXT, "Ferry 473234"))
                .as("eight of twelve letters")
                .isZero();
        assertThat(headline("<h2>Harbour Post</h2><h1>Goats</h1><h1>Ropes</h1>" + TEXT, null))
                .isEqualTo(1);
    }

    @Test
    void knowsTheHeadlineByItsLabel() {
        Labelling labelling = TestLabelling.html(
                TestLabelling.common("id: title\nlabel: title\nline: Goats on board"),
                "<h2>The ferry is back</h2>" + div("Goats on board") + div("4 May") + TEXT);
        assertThat(TestLabelling.labels(labelling)).contains(Label.TITLE);
        assertThat(labelling.captures()).extracting(Capture::provenance).containsExactly(new Provenance.NearTitle(2));
    }
}
