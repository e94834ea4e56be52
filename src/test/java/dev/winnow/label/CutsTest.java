package dev.winnow.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Reason;
import dev.winnow.label.Decision.Stretch;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutsTest {

    private static Line line(String text) {
        return new Line(text, 0, 0, text.length(), false);
    }

    private static Stretch stretch(String text, String part) {
        int start = text.indexOf(part);
        return new Stretch(start, start + part.length(), new Reason("test/" + part, Label.SHARE, "test"));
    }

    private static String without(String text, String... parts) {
        List<Stretch> cuts = Cuts.of(
                line(text),
                Arrays.stream(parts).map(part -> stretch(text, part)).toList());
        for (int i = 1; i < cuts.size(); i++) {
            assertThat(cuts.get(i).start())
                    .isGreaterThanOrEqualTo(cuts.get(i - 1).end());
        }
        return Cuts.rest(cuts, line(text));
    }

    @Test
    void leavesALineWithoutCutsAsItIs() {
        assertThat(without("The ferry left.")).isEqualTo("The ferry left.");
    }

    @Test
    void keepsOneSpaceBetweenWhatStandsOnBothSides() {
        assertThat(without("The ferry Share left.", "Share")).isEqualTo("The ferry left.");
        assertThat(without("The ferry(Share) left.", "(Share)")).isEqualTo("The ferry left.");
        assertThat(without("The ferry  Share  left.", "Share")).isEqualTo("The ferry  left.");
    }

    @Test
    void takesWhiteSpaceAtTheEndsAlong() {
        assertThat(without("Share  The ferry left.", "Share")).isEqualTo("The ferry left.");
        assertThat(without("The ferry left.  Share", "Share")).isEqualTo("The ferry left.");
        assertThat(without("A B The ferry left. C D", "D", "A", "C", "B")).isEqualTo("The ferry left.");
    }

    @Test
    void takesWhatWasFoundInsideBefore() {
        assertThat(without("The ferry (by (Share) mail) left.", "(Share)", "(by (Share) mail)"))
                .isEqualTo("The ferry left.");
    }

    @Test
    void joinsStretchesThatOverlap() {
        assertThat(without("The one two three ferry", "one two", "two three")).isEqualTo("The ferry");
        assertThat(without("The one two three ferry", "two three", "one two")).isEqualTo("The ferry");
    }

    @Test
    void takesAllOfALine() {
        List<Stretch> cuts =
                Cuts.of(line("Share Tweet"), List.of(stretch("Share Tweet", "Tweet"), stretch("Share Tweet", "Share")));
        assertThat(Cuts.takeAll(cuts, line("Share Tweet"))).isTrue();
        assertThat(cuts).extracting(cut -> cut.reason().rule()).containsExactly("test/Share", "test/Tweet");
    }
}
