package dev.winnow.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.winnow.document.Label;
import dev.winnow.rule.Origin;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.Standing;
import dev.winnow.rule.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of several proposals has a line or a stretch. Lines have ten characters here. */
class ResolverTest {

    private static final Standing COMMON = new Standing(Tier.COMMON, 1, false, 3);
    private static final Standing SITE = new Standing(Tier.SITE, 1, false, 3);
    private static final Standing KEEP = new Standing(Tier.KEEP, 1, false, 3);

    private final Resolver resolver = new Resolver(3, line -> line == 2);

    private void propose(String id, Standing standing, Proposal.Piece... pieces) {
        resolver.add(List.of(new Proposal(new Origin.OfMechanism(id), standing, List.of(pieces), List.of(), "test")));
    }

    private static Proposal.Piece whole(int line, Label label) {
        return new Proposal.Piece(line, 0, 10, true, label);
    }

    private static Proposal.Piece stretch(int line, int start, int end, Label label) {
        return new Proposal.Piece(line, start, end, false, label);
    }

    private String holder(int line) {
        Resolver.Winner winner = resolver.line(line);
        return winner == null ? "nobody" : winner.proposal().origin().id();
    }

    private List<String> stretches(int line) {
        return resolver.stretches(line).stream()
                .map(winner -> winner.proposal().origin().id())
                .toList();
    }

    @Test
    void givesALineToTheStrongerWhoeverCameFirst() {
        propose("a", COMMON, whole(0, Label.SHARE));
        propose("b", SITE, whole(0, Label.RELATED));
        propose("c", COMMON, whole(0, Label.FOOTER));
        assertThat(holder(0)).isEqualTo("b");
        assertThat(resolver.labels()).containsExactly(Label.RELATED, null, null);
        assertThat(holder(1)).isEqualTo("nobody");
    }

    @Test
    void givesALineToTheSmallerIdAmongEquals() {
        propose("b", COMMON, whole(0, Label.SHARE));
        propose("a", COMMON, whole(0, Label.RELATED));
        propose("c", COMMON, whole(0, Label.FOOTER));
        assertThat(holder(0)).isEqualTo("a");
        assertThat(resolver.labels()[0]).isEqualTo(Label.RELATED);
        assertThat(resolver.conflicts()).isEmpty();
    }

    @Test
    void leavesALineToTheFirstMatchOfOneRule() {
        propose("a", COMMON, whole(0, Label.SHARE));
        propose("a", COMMON, whole(0, Label.RELATED));
        assertThat(resolver.labels()[0]).isEqualTo(Label.SHARE);
    }

    @Test
    void namesAConflictOfEqualsTheSameWhicheverCameFirst() {
        propose("b", COMMON, whole(0, Label.SHARE));
        propose("a", COMMON, whole(0, Label.HEADING));
        propose("d", COMMON, whole(1, Label.TITLE));
        propose("e", COMMON, whole(1, Label.BODY));
        assertThat(resolver.conflicts()).containsExactly(entry("a and b", 0), entry("d and e", 1));
    }

    @Test
    void findsNoConflictBetweenUnequals() {
        propose("b", COMMON, whole(0, Label.SHARE));
        propose("a", SITE, whole(0, Label.HEADING));
        assertThat(resolver.conflicts()).isEmpty();
    }

    @Test
    void takesStretchesSideBySide() {
        propose("a", COMMON, stretch(0, 0, 4, Label.SHARE));
        propose("b", COMMON, stretch(0, 4, 8, Label.RELATED));
        propose("c", COMMON, stretch(0, 8, 10, Label.SHARE));
        assertThat(stretches(0)).containsExactly("a", "b", "c");
        assertThat(stretches(1)).isEmpty();
    }

    @Test
    void takesTheStrongerOfStretchesThatOverlap() {
        propose("b", COMMON, stretch(0, 0, 5, Label.SHARE));
        propose("c", COMMON, stretch(0, 4, 6, Label.SHARE));
        propose("d", SITE, stretch(0, 5, 8, Label.SHARE));
        propose("a", COMMON, stretch(0, 7, 9, Label.SHARE));
        assertThat(stretches(0)).containsExactly("b", "d");
    }

    @Test
    void dropsAllStretchesThatAStrongerOneOverlaps() {
        propose("a", COMMON, stretch(0, 0, 3, Label.SHARE));
        propose("b", COMMON, stretch(0, 3, 6, Label.SHARE));
        propose("c", COMMON, stretch(0, 8, 10, Label.SHARE));
        propose("d", SITE, stretch(0, 2, 8, Label.SHARE));
        assertThat(stretches(0)).containsExactly("c", "d");
    }

    @Test
    void keepsAStretchThatOneOfTwoWouldBeat() {
        propose("m", COMMON, stretch(0, 0, 4, Label.SHARE));
        propose("b", SITE, stretch(0, 4, 8, Label.SHARE));
        propose("a", COMMON, stretch(0, 3, 5, Label.SHARE));
        assertThat(stretches(0)).containsExactly("m", "b");
    }

    @Test
    void asksForNoStretchesOfALineThatGoesAsAWhole() {
        propose("a", COMMON, stretch(0, 0, 4, Label.SHARE));
        propose("b", COMMON, whole(0, Label.FOOTER));
        propose("c", COMMON, stretch(1, 0, 4, Label.SHARE));
        propose("d", COMMON, whole(1, Label.HEADING));
        assertThat(stretches(0)).isEmpty();
        assertThat(stretches(1)).containsExactly("c");
    }

    @Test
    void takesNothingOutOfALineThatIsProtected() {
        propose("a", COMMON, stretch(0, 0, 4, Label.SHARE));
        propose("b", COMMON, stretch(0, 5, 9, Label.DATELINE));
        propose("c", KEEP, whole(0, Label.BODY));
        assertThat(stretches(0)).containsExactly("b");
    }

    @Test
    void sparesCode() {
        propose("a", COMMON, whole(2, Label.SHARE), whole(1, Label.SHARE));
        propose("b", COMMON, stretch(2, 0, 4, Label.SHARE));
        assertThat(holder(2)).isEqualTo("nobody");
        assertThat(stretches(2)).isEmpty();
        assertThat(holder(1)).isEqualTo("a");
        assertThat(resolver.nextTouched(0)).isEqualTo(1);
        assertThat(resolver.nextTouched(2)).isNegative();
    }

    @Test
    void numbersProposalsInTheirOrder() {
        propose("a", COMMON, whole(0, Label.SHARE));
        propose("b", COMMON, whole(1, Label.SHARE), stretch(0, 0, 4, Label.SHARE));
        assertThat(resolver.line(0).number()).isZero();
        assertThat(resolver.line(1).number()).isEqualTo(1);
        assertThat(resolver.proposalCount()).isEqualTo(2);
        assertThat(resolver.nextTouched(1)).isEqualTo(1);
    }
}
