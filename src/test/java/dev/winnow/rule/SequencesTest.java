package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that take lines one below the other, each named by a part. */
class SequencesTest {

    private static final String PROSE = "The ferry left the harbour at noon on Sunday, four days late.";

    private static OneRule parts(String parts, String... lines) {
        String list = String.join(
                "\n",
                Arrays.stream(parts.split(";"))
                        .map(part -> "- {" + part.strip() + "}")
                        .toList());
        return OneRule.on("label: share\nlines:\n" + list, lines);
    }

    private static List<Integer> taken(String parts, String... lines) {
        return parts(parts, lines).taken();
    }

    @Test
    void needEachPartInItsOrder() {
        String parts = "line: Top; line: Boats; line: Bottom";
        assertThat(taken(parts, PROSE, "Top", "Boats", "Bottom", PROSE)).containsExactly(1, 2, 3);
        assertThat(taken(parts, "Top", "Bottom", "Boats")).isEmpty();
        assertThat(taken(parts, "Top", "Boats", PROSE, "Bottom")).isEmpty();
        assertThat(taken(parts, "Boats", "Bottom")).isEmpty();
        assertThat(taken(parts, "Top", "Boats")).isEmpty();
    }

    @Test
    void mayDoWithoutOptionalParts() {
        String parts = "line: Top; line: Boats, optional: true; line: Bottom";
        assertThat(taken(parts, PROSE, "Top", "Bottom")).containsExactly(1, 2);
        assertThat(taken(parts, PROSE, "Top", "Boats", "Bottom")).containsExactly(1, 2, 3);
        String last = "line: Top; line: Boats; line: Bottom, optional: true";
        assertThat(taken(last, "Top", "Boats", PROSE)).containsExactly(0, 1);
        assertThat(taken(last, "Top", "Boats", "Bottom", PROSE)).containsExactly(0, 1, 2);
    }

    @Test
    void mayRepeatAPart() {
        String parts = "line: Top; line: Boats, repeat: 3; line: Bottom";
        assertThat(taken(parts, "Top", "Boats", "Boats", "Boats", "Bottom")).containsExactly(0, 1, 2, 3, 4);
        assertThat(taken(parts, "Top", "Boats", "Bottom")).containsExactly(0, 1, 2);
        assertThat(taken(parts, "Top", "Boats", "Boats", "Boats", "Boats", "Bottom"))
                .isEmpty();
        assertThat(taken(parts, "Top", "Bottom")).isEmpty();
    }

    @Test
    void mayTakeABlock() {
        String parts = "line: Top; line: \"{any}\", to: blank";
        assertThat(taken(parts, PROSE, "", "Top", "Boats", "Goats", "", "Nets")).containsExactly(1, 2, 3);
        assertThat(taken(parts, PROSE, "", "Top", "Boats", "Goats")).containsExactly(1, 2, 3);
        // A line of the block that does not fit: it is another block.
        assertThat(taken(parts, PROSE, "", "Top", "Boats", PROSE, "", "Nets")).isEmpty();
        assertThat(taken(parts + ", repeat: 2", PROSE, "", "Top", "Boats", "Goats", "Ropes"))
                .isEmpty();
        assertThat(taken(parts + "; line: Nets", PROSE, "", "Top", "Boats", "Goats", "", "Nets"))
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void mayGoOnToALine() {
        String parts = "line: Top; line: \"{any}\", before: [Nets, \"Oars {int}\"]";
        assertThat(taken(parts, PROSE, "Top", "Boats", "Goats", "Oars 4", "Nets"))
                .containsExactly(1, 2, 3);
        assertThat(taken(parts, PROSE, "Top", "Boats", "Goats")).isEmpty();
        assertThat(taken(parts, PROSE, "Top", "Nets")).isEmpty();
        assertThat(taken(parts + ", optional: true; line: Nets", PROSE, "Top", "Nets"))
                .containsExactly(1, 2);
        assertThat(taken(parts, PROSE, "Top", "Boats", PROSE, "Nets")).isEmpty();
        assertThat(taken(parts + ", shape: any", PROSE, "Top", "Boats", PROSE, "Nets"))
                .containsExactly(1, 2, 3);
    }

    @Test
    void leaveLinesThatOtherPartsNameToThem() {
        String parts = "line: \"{title}\"; line: \"{=title}\", optional: true; line: Bottom";
        OneRule twice = parts(parts, "Ferry is back", "Ferry is back", "Bottom", PROSE);
        assertThat(twice.taken()).containsExactly(0, 1, 2);
        assertThat(twice.values()).containsExactly("Ferry is back");
        OneRule named = parts(
                "line: Top of it; line: Boats; line: \"{title}\"; line: Bottom",
                "Top of it",
                "Boats",
                "Boats",
                "Bottom");
        assertThat(named.taken()).isEmpty();
        assertThat(named.misses())
                .containsExactly("0: 2 of 4 parts fit; part 3 stopped at line 3: another part names it");
    }

    @Test
    void takeNoProseForAFreeSlot() {
        OneRule rule = parts("line: Top; line: Boats; line: \"{title}\"; line: Nets", "Top", "Boats", PROSE, "Nets");
        assertThat(rule.taken()).isEmpty();
        assertThat(rule.misses())
                .containsExactly(
                        "1: 2 of 4 parts fit; part 3 stopped at line 3: it is sentence-like, and the rule does not"
                                + " name that shape");
        assertThat(taken("line: Top; line: \"{description}\", shape: any; line: Bottom", "Top", PROSE, "Bottom"))
                .containsExactly(0, 1, 2);
    }

    @Test
    void takeTheSameTextForOneField() {
        String parts = "line: \"Top {title}\"; line: \"Again {title}\"";
        assertThat(taken(parts, "Top boats", "Again boats")).containsExactly(0, 1);
        assertThat(taken(parts, "Top boats", "Again goats")).isEmpty();
    }

    @Test
    void tryEachWayInWhichAFieldCanBeTaken() {
        String parts = "line: \"Top {title} {any}\"; line: \"Again {title}\"";
        assertThat(taken(parts, "Top boats and goats", "Again boats and")).containsExactly(0, 1);
        assertThat(taken(parts, "Top boats and goats", "Again boats")).containsExactly(0, 1);
        assertThat(taken(parts, "Top boats and goats", "Again and")).isEmpty();
    }

    @Test
    void standBesideWhatTheRuleAsksFor() {
        String rule = "label: related\nlines:\n- {line: Top}\n- {line: Boats}\n- {line: Bottom, optional: true}\n";
        String[] above = {PROSE, "Share", "Top", "Boats", PROSE};
        String[] below = {PROSE, "Top", "Boats", "Share", PROSE};
        assertThat(OneRule.on(rule + "after: share", above).taken()).containsExactly(2, 3);
        assertThat(OneRule.on(rule + "after: share", below).taken()).isEmpty();
        assertThat(OneRule.on(rule + "before: share", below).taken()).containsExactly(1, 2);
        assertThat(OneRule.on(rule + "before: share", above).taken()).isEmpty();
        assertThat(OneRule.on(rule + "followed_by: {sentence-like: 1}", below).taken())
                .containsExactly(1, 2);
        assertThat(OneRule.on(rule + "followed_by: {sentence-like: 2}", below).taken())
                .isEmpty();
        assertThat(OneRule.on(rule + "preceded_by: {sentence-like: 1}", below).taken())
                .containsExactly(1, 2);
    }

    @Test
    void askForLinesRightBelow() {
        String parts = "line: Top; line: Boats, glued: true";
        assertThat(taken(parts, PROSE, "", "Top", "Boats", "", PROSE)).containsExactly(1, 2);
        assertThat(taken(parts, PROSE, "", "Top", "", "Boats", "", PROSE)).isEmpty();
        assertThat(taken(parts, PROSE, "", "Top", "Boats", "Goats", "", PROSE)).isEmpty();
    }

    @Test
    void sayWhereTheyStopped() {
        assertThat(parts("line: Top of it; line: Boats; line: Bottom", PROSE, "Top of it", "Boats", "Goats")
                        .misses())
                .containsExactly("1: 2 of 3 parts fit; part 3 stopped at line 4: it does not fit 'Bottom'");
        assertThat(parts("line: Top of it; line: Boats; line: Bottom", PROSE, "Top of it", "Boats")
                        .misses())
                .containsExactly("1: 2 of 3 parts fit; part 3 stopped behind the last line: the page ends there");
    }

    @Test
    void haveAtMostTwoHundredAndFiftyLines() {
        String parts = "line: Top; line: Boats, repeat: 249";
        String[] boats = Stream.concat(
                        Stream.of("Top"), Stream.generate(() -> "Boats").limit(249))
                .toArray(String[]::new);
        assertThat(taken(parts, boats)).hasSize(250);
    }

    @Test
    void standBesideEachOther() {
        assertThat(taken("line: Top; line: Boats", "Top", "Boats", "Top", "Boats", PROSE, "Top", "Boats"))
                .containsExactly(0, 1, 2, 3, 5, 6);
    }
}
