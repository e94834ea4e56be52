package dev.winnow.label;

import static dev.winnow.label.TestLabelling.MORE;
import static dev.winnow.label.TestLabelling.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Label;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The dates over the entries of a diary. */
class DatedEntriesTest {

    /** Numbers of the lines that are called dates of entries. */
    private static List<Integer> entries(String... lines) {
        Labelling labelling = TestLabelling.label(TestLabelling.mechanisms(), lines);
        List<String> rules = TestLabelling.rulesOf(labelling);
        return IntStream.range(0, rules.size())
                .filter(i -> rules.get(i).equals("mechanism/dated-entries"))
                .peek(i -> assertThat(TestLabelling.labels(labelling).get(i)).isEqualTo(Label.HEADING))
                .boxed()
                .toList();
    }

    @Test
    void knowsDaysOverProseOfWhichALaterOneFollows() {
        assertThat(entries("2019-06-02", PROSE, "2019-06-05", MORE)).containsExactly(0, 2);
        assertThat(entries("Diary", "2019-06-02", PROSE, MORE, "2019-06-05", MORE, PROSE, "2019-06-07", PROSE))
                .containsExactly(1, 4, 7);
    }

    @Test
    void leavesADayAlone() {
        assertThat(entries("2019-06-02", PROSE, MORE)).isEmpty();
        assertThat(entries("2019-06-02", PROSE, "At the harbour", MORE)).isEmpty();
    }

    @Test
    void leavesDaysOfWhichNoneIsLater() {
        assertThat(entries("2019-06-05", PROSE, "2019-06-02", MORE)).isEmpty();
        assertThat(entries("2019-06-05", PROSE, "2019-06-05", MORE)).isEmpty();
    }

    @Test
    void leavesDaysThatHeadNoProse() {
        assertThat(entries("2019-06-02", "Harbour", PROSE, "2019-06-05", MORE)).isEmpty();
        assertThat(entries("2019-06-02", PROSE, "Goats", "2019-06-05", MORE))
                .as("a line that is no paragraph stands above the second")
                .isEmpty();
        assertThat(entries("2019-06-02", PROSE, "2019-06-05")).isEmpty();
    }

    @Test
    void leavesDaysThatDoNotExist() {
        assertThat(entries("2019-02-31", PROSE, "2019-06-05", MORE)).isEmpty();
        assertThat(entries("2019-06-02", PROSE, "2019-06-31", MORE)).isEmpty();
    }

    @Test
    void leavesLinesThatSayMore() {
        assertThat(entries("Goats and 2 ferries", PROSE, "2019-06-05", MORE, "2019-06-07", PROSE))
                .containsExactly(2, 4);
        assertThat(entries("2019-06", PROSE, "2019-07", MORE)).isEmpty();
    }
}
