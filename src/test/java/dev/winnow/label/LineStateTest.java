package dev.winnow.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Reason;
import dev.winnow.rule.Field;
import dev.winnow.rule.Origin;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is decided of one line in several rounds. */
class LineStateTest {

    private static final String TEXT = "Share The ferry (advert) left. Mail";

    private final LineState line =
            new LineState(new Line(TEXT, 4, 0, TEXT.length(), false), new Reason("shape", Label.BODY, "test"));

    private static Resolver.Winner winner(String id, Label label, int start, int end, boolean whole) {
        Proposal.Piece piece = new Proposal.Piece(0, start, end, whole, label);
        return new Resolver.Winner(
                new Proposal(new Origin.OfMechanism(id), Standing.MECHANISM, List.of(piece), List.of(), "test"),
                piece,
                0);
    }

    private boolean call(String id, Label label, int match, boolean first) {
        return line.called(winner(id, label, 0, TEXT.length(), true), match, first);
    }

    /** Takes a word of what is left. */
    private boolean stretch(String id, Label label, String left, String word) {
        int start = left.indexOf(word);
        return line.stretched(winner(id, label, start, start + word.length(), false));
    }

    private List<String> stretches() {
        return line.decision().stretches().stream()
                .map(stretch -> TEXT.substring(stretch.start(), stretch.end()))
                .toList();
    }

    private static Capture capture(Field field, String text, String rule, int match) {
        return new Capture(field, text, new Provenance.Match(rule, Provenance.Rank.COMMON, match, 4));
    }

    @Test
    void goesWhenItIsNoText() {
        assertThat(line.isGone()).isFalse();
        assertThat(call("a", Label.HEADING, 0, true)).isFalse();
        assertThat(line.isGone()).isFalse();
        assertThat(call("b", Label.FOOTER, 1, false)).isTrue();
        assertThat(line.isGone()).isTrue();
        assertThat(line.rest()).isNull();
        assertThat(line.decision().reason().rule()).isEqualTo("b");
        assertThat(line.decision().match()).isEqualTo(1);
    }

    @Test
    void keepsTheNameOfTheFirstRound() {
        call("a", Label.HEADING, 0, true);
        call("b", Label.QUOTE, 1, false);
        assertThat(line.decision().label()).isEqualTo(Label.HEADING);
        assertThat(line.decision().match()).isZero();
        assertThat(line.decision().isNamed()).isTrue();
    }

    @Test
    void takesANameInALaterRoundWhereItHadNone() {
        assertThat(line.decision().isNamed()).isFalse();
        assertThat(line.decision().match()).isEqualTo(-1);
        call("b", Label.QUOTE, 1, false);
        assertThat(line.decision().label()).isEqualTo(Label.QUOTE);
    }

    @Test
    void leavesWhatIsBesideItsStretches() {
        assertThat(stretch("a", Label.ADVERT, TEXT, "(advert)")).isTrue();
        assertThat(line.rest()).isEqualTo(new Line("Share The ferry left. Mail", 4, 0, 26, false));
        assertThat(line.rest()).as("it was asked for already").isNull();
        assertThat(line.isGone()).isFalse();
        assertThat(line.decision().spent()).isFalse();
    }

    @Test
    void findsStretchesOfLaterRoundsInTheWholeLine() {
        stretch("a", Label.ADVERT, TEXT, "(advert)");
        String rest = line.rest().text();
        stretch("b", Label.SHARE, rest, "Mail");
        assertThat(line.rest().text()).isEqualTo("Share The ferry left.");
        stretch("c", Label.SHARE, "Share The ferry left.", "Share");
        assertThat(line.rest().text()).isEqualTo("The ferry left.");
        stretch("d", Label.DATELINE, "The ferry left.", "ferry left");
        assertThat(stretches()).containsExactly("(advert)", "Mail", "Share", "ferry (advert) left");
    }

    @Test
    void keepsAStretchThatIsText() {
        assertThat(stretch("a", Label.DATELINE, TEXT, "The ferry")).isFalse();
        assertThat(line.rest()).isNull();
        assertThat(stretch("b", Label.DATELINE, TEXT, "The ferry")).isFalse();
        assertThat(stretch("b", Label.DATELINE, TEXT, "The")).isFalse();
        assertThat(stretch("b", Label.DATELINE, TEXT, "ferry")).isFalse();
        assertThat(stretch("c", Label.ADVERT, TEXT, "The ferry")).isTrue();
        assertThat(line.decision().stretches())
                .extracting(stretch -> stretch.reason().rule())
                .containsExactly("a", "b", "b", "c");
        assertThat(line.rest().text()).isEqualTo("Share (advert) left. Mail");
    }

    @Test
    void isSpentWhenStretchesTakeAllOfIt() {
        stretch("a", Label.SHARE, TEXT, "The ferry (advert) left. Mail");
        assertThat(line.rest().text()).isEqualTo("Share");
        stretch("b", Label.RELATED, "Share", "Share");
        assertThat(line.rest()).isNull();
        assertThat(line.isGone()).isTrue();
        assertThat(line.decision().spent()).isTrue();
        assertThat(line.decision().reason().rule()).as("the first of the line").isEqualTo("b");
        assertThat(line.decision().isNamed()).isFalse();
    }

    @Test
    void takesValuesInTheOrderOfMatches() {
        line.capture(capture(Field.AUTHORS, "Ada Holm", "b", 3), false);
        line.capture(capture(Field.AUTHORS, "Jon Halder", "a", 1), false);
        assertThat(line.captures()).extracting(Capture::text).containsExactly("Jon Halder", "Ada Holm");
    }

    @Test
    void takesAValueOfAStretchOnce() {
        Capture first = capture(Field.AUTHORS, "Ada Holm", "a", 1);
        line.capture(first, true);
        line.capture(capture(Field.AUTHORS, "Ada Holm", "a", 2), true);
        assertThat(line.captures()).containsExactly(first);
        line.capture(capture(Field.AUTHORS, "Jon Halder", "a", 2), true);
        line.capture(capture(Field.TITLE, "Ada Holm", "a", 2), true);
        line.capture(capture(Field.AUTHORS, "Ada Holm", "b", 2), true);
        assertThat(line.captures()).hasSize(4);
    }

    @Test
    void takesAValueOfAWholeLineAgainFromAnotherMatch() {
        line.capture(capture(Field.AUTHORS, "Ada Holm", "a", 1), false);
        line.capture(capture(Field.AUTHORS, "Ada Holm", "a", 2), false);
        assertThat(line.captures()).hasSize(1);
        line.capture(capture(Field.AUTHORS, "Ada Holm", "a", 1), false);
        assertThat(line.captures()).hasSize(2);
    }
}
