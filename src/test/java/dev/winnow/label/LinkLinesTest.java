package dev.winnow.label;

import static dev.winnow.label.TestLabelling.MORE;
import static dev.winnow.label.TestLabelling.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Label;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which links are menus and teasers, and which are part of what is written. */
class LinkLinesTest {

    private static final String TEXT = "<p>" + PROSE + "</p>";
    private static final String END = "<p>" + MORE + "</p>";
    private static final String ANNOUNCED = "<p>The council of both harbours has put these papers online:</p>";

    private static String link(String address, String words) {
        return "<a href='" + address + "'>" + words + "</a>";
    }

    private static String list(String... items) {
        StringBuilder list = new StringBuilder("<ul>");
        for (String item : items) {
            list.append("<li>").append(item).append("</li>");
        }
        return list.append("</ul>").toString();
    }

    private static String own(int number) {
        return link("/" + number, "Ferry page " + "abcdef".charAt(number));
    }

    private static String other(int number) {
        return link("https://site" + number + ".example/x", "Harbour page " + "abcdef".charAt(number));
    }

    private static String lists(int count) {
        return list(IntStream.range(0, count).mapToObj(LinkLinesTest::own).toArray(String[]::new));
    }

    private static String away(int count) {
        return list(IntStream.range(0, count).mapToObj(LinkLinesTest::other).toArray(String[]::new));
    }

    /** What goes, by its number. */
    private static List<Integer> gone(String url, String... body) {
        Labelling labelling = TestLabelling.html(TestLabelling.mechanisms(), url, String.join("", body));
        List<Label> labels = TestLabelling.labels(labelling);
        return IntStream.range(0, labels.size())
                .filter(i -> labels.get(i) == Label.NAVIGATION)
                .peek(i -> assertThat(TestLabelling.rulesOf(labelling).get(i)).isEqualTo("mechanism/link-lines"))
                .boxed()
                .toList();
    }

    private static List<Integer> gone(String body) {
        return gone("https://harbour.example/1", body);
    }

    @Test
    void takesLinksAboveAndBelowTheArticle() {
        assertThat(gone(own(1) + TEXT + END + "<div>" + own(2) + "</div>")).containsExactly(0, 3);
    }

    @Test
    void leavesOneOrTwoLinksBetweenParagraphs() {
        assertThat(gone(TEXT + "<div>" + own(1) + "</div>" + END)).isEmpty();
        assertThat(gone(TEXT + "<div>" + own(1) + "</div><div>" + own(2) + "</div>" + END))
                .isEmpty();
    }

    @Test
    void takesThreeLinksInARowBetweenParagraphs() {
        String row = "<div>" + own(1) + "</div><div>" + own(2) + "</div><div>" + own(3) + "</div>";
        assertThat(gone(TEXT + "<section>" + row + "</section>" + END)).containsExactly(1, 2, 3);
        assertThat(gone(TEXT + "<div>" + own(1) + "</div><div>" + own(2) + "</div><p>Goats</p><div>" + own(3) + "</div>"
                        + END))
                .isEmpty();
    }

    @Test
    void leavesAHeadingAboveTheArticleThoughItIsALink() {
        assertThat(gone("<h1>" + link("/1", "Ferry is back") + "</h1>" + TEXT + END))
                .isEmpty();
        assertThat(gone(TEXT + END + "<h2>" + link("/1", "Ferry is back") + "</h2>"))
                .containsExactly(2);
    }

    @Test
    void leavesLinesWithMoreThanALink() {
        assertThat(gone("<p>Ferry desk and " + link("/1", "more") + "</p>" + TEXT + END))
                .isEmpty();
    }

    @Test
    void leavesLinksOfPlainText() {
        assertThat(TestLabelling.labels(
                        TestLabelling.label(TestLabelling.mechanisms(), "Ferry page", PROSE, MORE, "Ferry page")))
                .doesNotContain(Label.NAVIGATION);
    }

    @Test
    void keepsAListThatASentenceAnnounces() {
        assertThat(gone("<article>" + TEXT + ANNOUNCED + lists(3) + END + "</article>"))
                .isEmpty();
        assertThat(gone("<article>" + TEXT + ANNOUNCED + lists(3) + "</article>"))
                .isEmpty();
    }

    @Test
    void takesAListThatNoSentenceAnnounces() {
        assertThat(gone("<article>" + TEXT + lists(3) + END + "</article>")).containsExactly(1, 2, 3);
        assertThat(gone("<article>" + TEXT + "<p>Papers:</p>" + lists(3) + END + "</article>"))
                .as("a word with a colon is a label")
                .containsExactly(2, 3, 4);
        assertThat(gone("<article>" + TEXT + "<p>"
                        + link("/9", "The council of both harbours has put these papers online:") + "</p>" + lists(3)
                        + END + "</article>"))
                .as("another link")
                .contains(2, 3, 4);
    }

    @Test
    void takesAListInAnElementOfItsOwn() {
        assertThat(gone("<article>" + TEXT + ANNOUNCED + "<aside>" + lists(3) + "</aside>" + END + "</article>"))
                .containsExactly(2, 3, 4);
    }

    @Test
    void takesAListWhereNoProseStands() {
        assertThat(gone("<div>" + TEXT + END + "</div><div>" + ANNOUNCED.replace("these papers", "papers") + lists(3)
                        + "</div>"))
                .containsExactly(3, 4, 5);
    }

    @Test
    void takesOneLinkAloneThatIsAnnounced() {
        assertThat(gone("<article>" + TEXT + ANNOUNCED + lists(1) + "</article>"))
                .containsExactly(2);
    }

    @Test
    void keepsAListWithAHeadingOfItsOwnBetweenParagraphs() {
        assertThat(gone("<article>" + TEXT + "<h2>Papers of the council</h2>" + lists(3) + END + "</article>"))
                .isEmpty();
    }

    @Test
    void takesAListWithAHeadingBelowTheText() {
        assertThat(gone("<article>" + TEXT + END + "<h2>Papers of the council</h2>" + lists(3) + "</article>"))
                .containsExactly(3, 4, 5);
    }

    @Test
    void takesAListWithALinkForItsHeading() {
        assertThat(gone("<article>" + TEXT + "<h2>" + link("/9", "Papers of the council") + "</h2>" + lists(3) + END
                        + "</article>"))
                .contains(2, 3, 4);
    }

    @Test
    void takesAListWithALabelForItsHeading() {
        assertThat(gone("<article>" + TEXT + "<h2>More:</h2>" + lists(3) + END + "</article>"))
                .containsExactly(2, 3, 4);
    }

    @Test
    void takesAListWhoseHeadingStandsInAnotherElement() {
        assertThat(gone("<article><div>" + TEXT + "</div><h2>Papers of the council</h2>" + lists(3) + END
                        + "</article>"))
                .containsExactly(2, 3, 4);
        assertThat(gone("<article>" + TEXT + "<h2>Papers of the council</h2>" + lists(3) + "<div>" + END
                        + "</div></article>"))
                .containsExactly(2, 3, 4);
    }

    @Test
    void keepsAListBelowASentenceThatLeadsToOtherSites() {
        assertThat(gone("<article>" + TEXT + away(3) + END + "</article>")).isEmpty();
        assertThat(gone("<article>" + TEXT + away(3) + "</article>")).isEmpty();
        assertThat(gone("<article>" + TEXT + END + "<h2>Papers of the council</h2>" + away(3) + "</article>"))
                .isEmpty();
    }

    @Test
    void takesAListThatLeadsToOtherSitesBelowSomethingElse() {
        assertThat(gone("<article>" + TEXT + "<p>Papers of the council</p>" + away(3) + END + "</article>"))
                .containsExactly(2, 3, 4);
    }

    @Test
    void takesAListOfWhichOnlyHalfLeadsToOtherSites() {
        assertThat(gone("<article>" + TEXT + list(other(1), own(1), other(2), own(2)) + END + "</article>"))
                .containsExactly(1, 2, 3, 4);
        assertThat(gone("<article>" + TEXT + list(other(1), own(1), other(2)) + END + "</article>"))
                .isEmpty();
    }

    @Test
    void countsPartsOfThePagesSiteForIts() {
        String shop = list(
                link("https://shop.harbour.example/1", "Ropes"),
                link("https://harbour.example/2", "Sails"),
                link("https://www.harbour.example/3", "Oars"));
        assertThat(gone("<article>" + TEXT + shop + END + "</article>")).containsExactly(1, 2, 3);
        assertThat(gone("https://shop.harbour.example/1", "<article>" + TEXT + shop + END + "</article>"))
                .containsExactly(1, 2, 3);
        String alike = shop.replace("//shop.", "//shop")
                .replace("//harbour", "//theharbour")
                .replace("www.", "my");
        assertThat(gone("<article>" + TEXT + alike + END + "</article>")).isEmpty();
    }

    @Test
    void asksForSeveralOtherSitesWhereThePagesIsUnknown() {
        String one = list(
                link("https://site.example/1", "Ropes"),
                link("https://site.example/2", "Sails"),
                link("https://site.example/3", "Oars"));
        assertThat(gone("", "<article>" + TEXT + one + END + "</article>")).containsExactly(1, 2, 3);
        assertThat(gone("", "<article>" + TEXT + away(3) + END + "</article>")).isEmpty();
        assertThat(gone("<article>" + TEXT + one + END + "</article>")).isEmpty();
    }

    @Test
    void keepsWhatIsWrittenAndTakesTheRestOfARow() {
        assertThat(gone("<article>" + TEXT + away(2) + "</article><div>" + lists(2) + "</div>"))
                .containsExactly(3, 4);
    }
}
