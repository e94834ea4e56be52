package dev.winnow.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Change;
import dev.winnow.document.Label;
import dev.winnow.document.TrackedText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final String OPENING = "The harbour of the small town was closed for three days after the\n"
            + "storm, and the ferries stayed at their moorings while divers looked\n"
            + "for the anchor that the largest of them had lost on Friday.";

    @Test
    void joinsLinesOfAParagraph() {
        assertThat(normal(OPENING + "\n\nNobody was hurt.\n\n\f"))
                .isEqualTo(OPENING.replace('\n', ' ') + "\n\nNobody was hurt.\n");
    }

    @Test
    void joinsAFullLineThatEndsASentence() {
        String text = "The harbour of the small town was closed for three days after the\n"
                + "storm, and all of the ferries stayed at their moorings for so long.\n"
                + "Divers looked for the anchor that the largest of them had lost on\n"
                + "the Friday before, and the captain of the smallest rowed out to\nhelp them.";
        assertThat(normal(text + "\n\n\f")).isEqualTo(text.replace('\n', ' ') + "\n");
    }

    @Test
    void joinsNothingOfATable() {
        String text = OPENING.replace("ferries stayed", "ferries   stayed");
        assertThat(normal(text + "\n\n" + OPENING + "\n\n\f"))
                .startsWith(text.substring(0, text.lastIndexOf('\n')))
                .endsWith(OPENING.replace('\n', ' ') + "\n");
    }

    @Test
    void joinsAParagraphAcrossPagesOnlyWhereItGoesOn() {
        String cut = OPENING.substring(0, OPENING.lastIndexOf('\n'));
        assertThat(normal(cut
                        + "\n\fMaster had lost on Friday, when the storm had come over the bay,\nas they said.\n\f"))
                .as("both lines are full")
                .contains("while divers looked Master had lost");
        assertThat(normal(cut
                        + "\n"
                        + "\fMaster\n\n"
                        + "Nobody was hurt, and all of them will sail again when the divers have\n"
                        + "found it.\n"
                        + "\f"))
                .as("a short line with a capital begins something")
                .contains("while divers looked\n\nMaster");
        assertThat(normal(OPENING
                        + "\n\fmaster and crew were well, and so was the goat that they had found,\nas they said.\n\f"))
                .as("a sentence ended")
                .contains("lost on Friday.\n\nmaster and crew");
    }

    @Test
    void joinsFewBreaksOnlyWhereAllGoOn() {
        assertThat(normal("The harbour was closed for\nthree days.\n\n\f"))
                .isEqualTo("The harbour was closed for three days.\n");
        String lines = "The harbour was closed for\nthree days and then\nMonday came.\n\n\f";
        assertThat(normal(lines)).isEqualTo(lines.replace("\n\n\f", "\n"));
    }

    @Test
    void joinsAParagraphThatAPageCuts() {
        assertThat(normal(OPENING
                        + " The search went on until\n\n3\n\fTHE HARBOUR NEWS\n\nnightfall, the captain said.\n\n4\n\f"
                        + "THE HARBOUR NEWS\n\nThen it rained.\n\n5\n\f"))
                .contains("The search went on until nightfall, the captain said.")
                .contains("Then it rained.")
                .doesNotContain("HARBOUR NEWS")
                .doesNotContain("3")
                .doesNotContain("5");
    }

    @Test
    void makesWordsWholeThatALineDivides() {
        String page = "The government said on Sunday that the govern-\nment of the port would be changed, and the\n"
                + "govern-\nment agreed with the change that the other had asked for.\n\f";
        assertThat(normal(page)).startsWith("The government said on Sunday that the government of the port");
    }

    @Test
    void saysOfARunningLineWhatItIs() {
        TrackedText text = Normalizer.none().with("pages").normalize(TrackedText.of(pages(5)));
        List<Label> labels = text.changes().stream()
                .map(change -> change.reason().label())
                .filter(label -> label != null)
                .toList();
        assertThat(labels).hasSize(10).contains(Label.BANNER, Label.FOOTER);
        assertThat(text.changes().stream()
                        .map(Change::reason)
                        .filter(reason -> reason.label() != null)
                        .map(reason -> reason.label() + ": " + reason.why()))
                .containsOnly(
                        Label.BANNER + ": line at the head of 5 pages", Label.FOOTER + ": line at the foot of 5 pages");
        assertThat(text.text()).doesNotContain("Annual").contains("Paragraph 3 is about the weather in March.");
    }

    /** Pages of two lines with something of their own, and one line at the foot. */
    private static String feet(String... feet) {
        StringBuilder pages = new StringBuilder();
        for (int i = 0; i < feet.length; i++) {
            pages.append("Boats came to the quay ")
                    .append("abcdefg".charAt(i))
                    .append(".\n\nThey left again at ")
                    .append("tuvwxyz".charAt(i))
                    .append(".\n\n")
                    .append(feet[i])
                    .append("\n\f");
        }
        return normal(pages.toString());
    }

    @Test
    void takesALineForRunningThatStandsOnEnoughPages() {
        assertThat(feet("Harbour", "Harbour")).doesNotContain("Harbour");
        assertThat(feet("Harbour", "Quay")).contains("Harbour").contains("Quay");
        assertThat(feet("Harbour", "Harbour", "Goats", "Ropes")).doesNotContain("Harbour");
        assertThat(feet("Harbour", "Harbour", "Goats", "Ropes", "Oars"))
                .as("two of five pages")
                .contains("Harbour");
        assertThat(feet("Harbour", "Harbour", "HARBOUR", "Ropes", "Oars")).doesNotContainIgnoringCase("Harbour");
    }

    @Test
    void takesNumbersThatCountPagesFromAnyOneOn() {
        assertThat(feet("17", "18", "19")).doesNotContain("17").doesNotContain("19");
        assertThat(feet("- 17 -", "- 18 -", "- 19 -")).doesNotContain("17");
        assertThat(feet("17", "19", "23")).contains("17").contains("19").contains("23");
        assertThat(feet("17 of 20", "19 of 20", "23 of 20"))
                .as("with words the numbers do not matter")
                .doesNotContain("17");
    }

    @Test
    void keepsSentencesThatDifferInTheirNumbers() {
        assertThat(feet("It had 7 goats.", "It had 8 goats.", "It had 9 goats."))
                .contains("7 goats.")
                .contains("9 goats.");
    }

    @Test
    void takesUpToThreeLinesFromThePagesEdge() {
        String page = "Harbour news\n\n"
                + "Ferry desk\n\n"
                + "Vallmark\n\n"
                + "Our quay\n\n"
                + "Boats came %s.\n\n"
                + "They left %s.\n\n"
                + "Goats %s.\n"
                + "\f";
        StringBuilder pages = new StringBuilder();
        for (String word : List.of("early", "late", "never")) {
            pages.append(page.replace("%s", word));
        }
        assertThat(normal(pages.toString()))
                .doesNotContain("Harbour news")
                .doesNotContain("Ferry desk")
                .doesNotContain("Vallmark")
                .contains("Our quay");
    }

    @Test
    void keepsLinesBehindOneThatIsThePagesOwn() {
        String pages = "Boats\n\n"
                + "Harbour\n\n"
                + "They came early.\n\n"
                + "They left.\n\n"
                + "\fGoats\n\n"
                + "Harbour\n\n"
                + "They came late.\n\n"
                + "They stayed.\n\n"
                + "\f";
        assertThat(normal(pages)).contains("Harbour");
    }

    @Test
    void keepsNumbersThatDoNotCountPages() {
        String text = "Results\n\n17\n\fMore results\n\n4\n\fThe rest\n\n4711\n\f";
        assertThat(normal(text)).contains("17").contains("4").contains("4711");
    }

    @Test
    void keepsATitleThatRunsOnAtTheHeadOfLaterPages() {
        String title = "Ferries of the northern islands";
        String text = title + "\n\nThe first one sailed.\n\f" + title + "\n\nThe second one sank.\n\f" + title
                + "\n\nThe third one burnt.\n\f";
        assertThat(normal(text)).containsOnlyOnce(title).startsWith(title);
    }

    @Test
    void keepsListsAddressesAndTables() {
        String text = "Harbour Office\nOld Quay 3\nNorthport\n\n- ropes\n- nets\n\nboat   crew\nAda    4\nBea    7\n\f";
        assertThat(normal(text)).isEqualTo(text.replace("\f", ""));
    }

    @Test
    void keepsTextWithAFormFeedAmidALine() {
        assertThat(normal("one two\fthree four\nfive")).isEqualTo("one two\nthree four\nfive");
    }

    @Test
    void joinsScriptsWithoutSpacesWithoutOne() {
        assertThat(normal("港は三日間閉鎖された。船は\n動かなかった。\n\f")).isEqualTo("港は三日間閉鎖された。船は動かなかった。\n");
    }

    @Test
    void givesTheSourceBack() {
        for (String text : List.of(pages(7), OPENING + "\r\n\f" + OPENING + "\n\f", "\f\n\f\n\n\fa\n\f", "\n\f")) {
            TrackedText normal = Normalizer.standard().normalize(TrackedText.of(text));
            assertThat(dev.winnow.document.Ledger.of(normal).restore(normal.text()))
                    .isEqualTo(text);
            assertThat(normal(normal.text())).isEqualTo(normal.text());
            assertThat(normal.text()).doesNotContain("\f");
        }
    }

    private static String pages(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(page -> "Annual report " + (2000 + page) + "\n\nParagraph " + page
                        + " is about the weather in March.\n\n" + "It rained a lot. ".repeat(page) + "\n\nPage " + page
                        + " of " + count + "\n\f")
                .collect(Collectors.joining());
    }

    private static String normal(String text) {
        return Normalizer.standard().normalize(TrackedText.of(text)).text();
    }
}
