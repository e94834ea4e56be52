package dev.winnow.label;

import static dev.winnow.label.TestLabelling.MORE;
import static dev.winnow.label.TestLabelling.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authors in the lines around the headline of a page whose markup is lost. */
class BylinesTest {

    private static final String TITLE = "Ferry sails again after storm";
    private static final String BROWSER = TITLE + " - Harbour News\nHome\nNews\n";
    private static final String TEXT = PROSE + "\n" + MORE + "\n" + MORE;
    private static final String DAY = "6 June 2021";

    private static List<String> authors(String page) {
        return TestLabelling.values(
                TestLabelling.label(TestLabelling.words(), page), Field.AUTHORS, "byline-near-title");
    }

    private static List<String> below(String... head) {
        return authors(BROWSER + TITLE + "\n" + String.join("\n", head) + "\n" + TEXT);
    }

    private static List<String> above(String... head) {
        return authors(BROWSER + String.join("\n", head) + "\n" + TITLE + "\n" + TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Ada Holm| Ada Holm",
                "By Ada Holm and Jaro Benes, harbour reporters| Ada Holm and Jaro Benes",
                "Written by: Ada Holm| Ada Holm",
                "ByAda Holm| Ada Holm",
                "By&nbsp;Ada Holm| Ada Holm",
                "By Ada Holm 6 June 2021| Ada Holm",
                "6 June 2021, 18:30 von Ada Holm| Ada Holm",
                "作者：李明| 李明"
            })
    void standBehindAWordForBy(String line, String names) {
        assertThat(below(line)).containsExactly(names);
    }

    @Test
    void needAColonOrADateWhereTheyAreOneWord() {
        assertThat(below("By: Ada")).containsExactly("Ada");
        assertThat(below("By Ada 6 June 2021")).containsExactly("Ada");
        assertThat(below("By Ada")).isEmpty();
        assertThat(below("By Ada, harbour reporter")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A story of the harbour by Ada Holm",
                "By Monday",
                "By",
                "By the way to the harbour and back again",
                "Ada Holm"
            })
    void areNotWhatAnyLineSays(String line) {
        assertThat(below(line)).isEmpty();
    }

    @Test
    void standBelowALabelAlone() {
        assertThat(below("By", "Ada Holm1,", "Jaro Benes &", "Show all", "Ida Lund"))
                .containsExactly("Ada Holm; Jaro Benes");
        assertThat(below("Written by:", "Ada Holm")).containsExactly("Ada Holm");
        assertThat(below("By", "Show all", "Ada Holm")).isEmpty();
    }

    @Test
    void areAtMostTwelveBelowALabel() {
        String[] lines = new String[14];
        lines[0] = "By";
        for (int i = 1; i < lines.length; i++) {
            lines[i] = "Ada Holm" + "abcdefghijklm".charAt(i - 1);
        }
        assertThat(below(lines)).singleElement().asString().endsWith("; Ada Holml");
    }

    @Test
    void standInTheLineOfTheDate() {
        assertThat(below("Ada Holm | 6 June 2021 | Harbour")).containsExactly("Ada Holm");
        assertThat(below("Ada Holm2 hours ago")).containsExactly("Ada Holm");
        assertThat(below("6 June 2021, 18:30 Ada Holm")).containsExactly("Ada Holm");
        assertThat(below("Ada | 6 June 2021")).as("one word").isEmpty();
        assertThat(below("6 June 2021 Ada")).as("one word").isEmpty();
        assertThat(below("Ada Holm 6 June 2021 for the harbour"))
                .as("a sentence goes on")
                .isEmpty();
    }

    @Test
    void standBesideTheLineOfTheDate() {
        assertThat(below("Ada Holm", DAY)).containsExactly("Ada Holm");
        assertThat(below(DAY, "Ada Holm")).containsExactly("Ada Holm");
        assertThat(below("Ada Holm", "Vallmark", DAY)).containsExactly("Ada Holm");
        assertThat(below("Ada Holm", "Vallmark is an island", DAY)).containsExactly("Ada Holm");
        assertThat(below("Ada Holm", "Vallmark is an old town", DAY))
                .as("more than a place or an occupation between")
                .isEmpty();
        assertThat(below("Ada Holm", "Vallmark", "Sea", DAY)).isEmpty();
        assertThat(below(
                        "Ada Holm",
                        "More of the harbour and its ferries on 6 June 2021, and what else there is to tell"))
                .as("a long line is no date's")
                .isEmpty();
    }

    @Test
    void standRightAboveTheHeadlineWhereNothingCallsThemAuthors() {
        assertThat(above("Ada Holm", DAY)).containsExactly("Ada Holm");
        assertThat(above(DAY, "Ada Holm", "Sea")).containsExactly("Ada Holm");
        assertThat(above(DAY, "Ada Holm", "Sea", "Bay")).isEmpty();
        assertThat(above("Ada Holm", "Vallmark", DAY)).isEmpty();
        assertThat(above("By Ada Holm", "Sea", "Bay", "Fog", "Ice")).containsExactly("Ada Holm");
        assertThat(above("By Ada Holm", "Sea", "Bay", "Fog", "Ice", "Hail")).isEmpty();
    }

    @Test
    void areNoEntriesOfTheMenu() {
        assertThat(authors(TITLE + " - Harbour News\nAda Holm\nNews\n" + TITLE + "\nAda Holm\n" + DAY + "\n" + TEXT))
                .isEmpty();
        assertThat(authors(TITLE + " - Harbour News\nAna Holm\nNews\n" + TITLE + "\nAda Holm\n" + DAY + "\n" + TEXT))
                .containsExactly("Ada Holm");
    }

    @Test
    void standBesideATimeWithoutItsDay() {
        assertThat(below("Ada Holm", "18:30")).containsExactly("Ada Holm");
        assertThat(below("Ada Holm", "Published 3 hours ago")).containsExactly("Ada Holm");
        assertThat(below("Ada Holm", "18,300 goats")).isEmpty();
    }

    @Test
    void standAroundTheFirstParagraphWhereThePageShowsNoHeadline() {
        String other = "Goats by sea - Harbour News\nHome\nNews\nHow two goats came home\n";
        assertThat(authors(other + "By Ada Holm\nShare\n" + TEXT)).containsExactly("Ada Holm");
        assertThat(authors(other + "Share\n" + PROSE + "\nBy Ada Holm\n" + MORE + "\n" + MORE))
                .containsExactly("Ada Holm");
        assertThat(authors(other.replace("How two goats came home", "Goats") + "By Ada Holm\nSea\nBay\nFog\nIce\nHail\n"
                        + TEXT))
                .isEmpty();
    }

    @Test
    void areNotMadeOfWordsOfTheMenu() {
        assertThat(authors(TITLE + " - Harbour News\nHarbour Weather\nHarbour Sport\n" + TITLE + "\nHarbour Views\n"
                        + DAY + "\n" + TEXT))
                .isEmpty();
    }

    @Test
    void areNotMadeOfWordsThatThePageWritesSmall() {
        assertThat(below("Storm Damage", DAY, "The damage of the storm is not known."))
                .isEmpty();
        assertThat(below("Will Damage", DAY, "The damage of the storm is not known."))
                .containsExactly("Will Damage");
    }

    @Test
    void areNoLabelsOfDates() {
        assertThat(below("Last Modified", DAY)).isEmpty();
    }

    @Test
    void areShortInScriptsWithoutSpaces() {
        assertThat(below("李明", "2021年6月6日")).containsExactly("李明");
        assertThat(below("司马相如", "2021年6月6日")).containsExactly("司马相如");
        assertThat(below("李明港口新闻", "2021年6月6日")).isEmpty();
    }

    @Test
    void comeTheLikeliestFirst() {
        assertThat(below("Ada Holm", DAY, "Jaro Benes | 6 June 2021", "By Ida Lund"))
                .containsExactly("Ida Lund", "Jaro Benes", "Ada Holm");
    }

    @Test
    void comeFromTheNearestLineFirst() {
        String above = BROWSER + "By Ida Lund\n" + TITLE + "\n";
        assertThat(authors(above + "Desk\nBy Ada Holm\n" + TEXT)).containsExactly("Ida Lund", "Ada Holm");
        assertThat(authors(above + "By Ada Holm\n" + TEXT)).containsExactly("Ada Holm", "Ida Lund");
    }

    @Test
    void standUpToThirtyLinesBelowTheHeadline() {
        assertThat(authors(BROWSER + TITLE + "\n" + PROSE + "\nBy Ada Holm"))
                .as("on the last line of the page")
                .containsExactly("Ada Holm");
        String menu = "Harbour\n".repeat(28);
        assertThat(authors(BROWSER + TITLE + "\n" + menu + PROSE + "\nBy Ada Holm\n" + TEXT))
                .containsExactly("Ada Holm");
        assertThat(authors(BROWSER + TITLE + "\n" + menu + "Harbour\n" + PROSE + "\nBy Ada Holm\n" + TEXT))
                .isEmpty();
    }

    @Test
    void standInNoLongLine() {
        String office = ", of the office of the harbours of Vallmark".repeat(4);
        assertThat(below("By Ada Holm" + office.substring(0, 149))).containsExactly("Ada Holm");
        assertThat(below("By Ada Holm" + office.substring(0, 150))).isEmpty();
    }
}
