package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Label;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that take the lines from one to another. */
class RangesTest {

    private static final String PROSE = "The ferry left the harbour at noon on Sunday, four days late.";
    private static final String WHOLE = "\nbudget: {share: 1}";

    private static OneRule range(String range, String... lines) {
        return OneRule.on("label: related\nrange: {" + range + "}" + WHOLE, lines);
    }

    private static List<Integer> taken(String range, String... lines) {
        return range(range, lines).taken();
    }

    @Test
    void endWithALineOrBeforeIt() {
        String[] page = {PROSE, "Top", "Boats", "Bottom", "Goats"};
        assertThat(taken("from: Top, to: Bottom", page)).containsExactly(1, 2, 3);
        assertThat(taken("from: Top, before: Bottom", page)).containsExactly(1, 2);
        assertThat(taken("from: Top, to: [Nothing, Bottom]", page)).containsExactly(1, 2, 3);
        assertThat(taken("from: Top, before: Boats", page)).containsExactly(1);
        assertThat(range("from: Top, to: Nothing", page).misses())
                .containsExactly("1: it never ends: no line fits 'Nothing'");
    }

    @Test
    void goToTheEnd() {
        assertThat(taken("from: Top, to: end", PROSE, "Top", "Boats", PROSE)).containsExactly(1, 2, 3);
        assertThat(taken("from: Top, to: end", PROSE, "Top")).containsExactly(1);
    }

    @Test
    void beginAtTheStart() {
        assertThat(taken("from: start, to: Top", "Boats", "Top", PROSE)).containsExactly(0, 1);
        assertThat(taken("from: start, before: Top", "Boats", "Top", PROSE)).containsExactly(0);
        assertThat(taken("from: start, before: Top", "Top", PROSE)).isEmpty();
    }

    @Test
    void goOnWhileLinesHaveAShape() {
        assertThat(taken("from: Top, while: short", PROSE, "Top", "Boats", "Goats", PROSE, "Ropes"))
                .containsExactly(1, 2, 3);
        assertThat(taken("from: Top, while: short", "Top", PROSE)).containsExactly(0);
        assertThat(taken("from: Top, while: short, glued: true", PROSE, "", "Top", "Boats", "", "Goats"))
                .containsExactly(1, 2);
    }

    @Test
    void goOnToABlankLine() {
        assertThat(taken("from: Top, to: blank", PROSE, "", "Top", PROSE, "Boats", "", "Goats"))
                .containsExactly(1, 2, 3);
        assertThat(taken("from: Top, to: blank", PROSE, "", "Top", "Boats")).containsExactly(1, 2);
        assertThat(taken("from: Top, to: blank", PROSE, "Top", "Boats")).containsExactly(1);
        assertThat(taken("from: Top, to: blank, at_most: 1", PROSE, "", "Top", "Boats", "Goats", "Nets"))
                .containsExactly(1, 2);
    }

    @Test
    void giveSomeOfTheirLinesAnotherLabel() {
        OneRule range = range(
                "from: Top, to: Bottom, lines: [{line: \"By {authors:any}\", label: byline},"
                        + " {line: [Boats, Nets], label: advert}]",
                PROSE,
                "Top",
                "Boats",
                "By Ada",
                "Goats",
                "Bottom",
                "Nets");
        assertThat(range.labels().subList(1, 6))
                .containsExactly(Label.RELATED, Label.ADVERT, Label.BYLINE, Label.RELATED, Label.RELATED);
        assertThat(range.taken()).containsExactly(1, 2, 3, 4, 5);
        assertThat(range.values()).containsExactly("Ada");
    }

    @Test
    void mayTakeAllOfAnExcerpt() {
        String rule = "label: related\nrange: {from: Top, to: Bottom}";
        assertThat(OneRule.on(rule, "Top", "Boats", "Bottom", "Goats").taken()).isEmpty();
        assertThat(OneRule.onExcerpt(rule, "Top", "Boats", "Bottom", "Goats").taken())
                .containsExactly(0, 1, 2);
        String few = rule + "\nbudget: {lines: 2}";
        assertThat(OneRule.onExcerpt(few, "Top", "Boats", "Bottom").taken()).isEmpty();
    }

    @Test
    void haveSoManyLinesBehindTheFirst() {
        String[] page = {PROSE, "Top", "Boats", "Goats", "Bottom"};
        assertThat(taken("from: Top, to: Bottom, at_least: 3", page)).containsExactly(1, 2, 3, 4);
        assertThat(range("from: Top, to: Bottom, at_least: 4", page).misses())
                .containsExactly("1: 3 lines of the range follow the first, at least 4 must");
        assertThat(taken("from: Top, to: Bottom, at_most: 3", page)).containsExactly(1, 2, 3, 4);
        assertThat(range("from: Top, to: Bottom, at_most: 2", page).misses())
                .containsExactly("1: 3 lines of the range follow the first, at most 2 may");
        assertThat(range("from: Top, to: Bottom, at_most: 2", PROSE, "Top", "Boats", "Goats", "Ropes", "Bottom")
                        .misses())
                .containsExactly("1: it never ends: no line fits 'Bottom' within the 2 lines it may have");
        assertThat(range("from: Top, while: short, at_least: 2", PROSE, "Top", "Boats")
                        .misses())
                .containsExactly("1: 1 line of the range follows the first, at least 2 must");
        assertThat(taken("from: Top, while: short, at_most: 1", PROSE, "Top", "Boats", "Goats"))
                .containsExactly(1, 2);
        assertThat(range("from: start, to: Bottom, at_most: 2", page).misses())
                .containsExactly("4: 4 lines of the range follow the first, at most 2 may");
    }

    @Test
    void beginOnlyOnceWhereTheyOverlap() {
        OneRule two = range("from: Top, to: Bottom", PROSE, "Top", "Top", "Bottom", "Top", "Bottom");
        assertThat(two.taken()).containsExactly(1, 2, 3, 4, 5);
        assertThat(two.why(2)).isEqualTo("from 'Top', 3 lines");
        assertThat(two.why(5)).isEqualTo("from 'Top', 2 lines");
    }

    @Test
    void giveTheValuesOfTheirEdges() {
        assertThat(range("from: \"Top {section:any}\", to: \"By {authors:any}\"", "Top Sea", "Boats", "By Ada", PROSE)
                        .values())
                .containsExactly("Sea", "Ada");
        assertThat(range(
                                "from: \"Top {section:any}\", before: \"By {authors:any}\"",
                                "Top Sea",
                                "Boats",
                                "By Ada",
                                PROSE)
                        .values())
                .containsExactly("Sea");
    }

    @Test
    void sayHowFarTheyGo() {
        assertThat(range("from: Top, to: end", PROSE, "Top", "Boats").why(1))
                .isEqualTo("from 'Top' to the end, 2 lines");
        assertThat(range("from: Top, to: end", PROSE, "Top").why(1)).isEqualTo("from 'Top' to the end, 1 line");
        assertThat(range("from: start, to: Top", "Boats", "Top", PROSE).why(0))
                .isEqualTo("from the start of the page, 2 lines");
        String longer = "Top of all the boats that came to us last year";
        assertThat(range("from: \"Top {any}\", to: end", PROSE, longer).why(1))
                .isEqualTo("from '" + longer.substring(0, 39) + "…' to the end, 1 line");
    }

    @Test
    void takeHalfOfAPageAtTheMostUnlessTheySayOtherwise() {
        String[] page = {PROSE, "Top", PROSE};
        assertThat(OneRule.on("label: related\nrange: {from: Top, to: end}", page)
                        .taken())
                .isEmpty();
        assertThat(OneRule.on("label: related\nrange: {from: Top, to: end}", PROSE, PROSE, "Top", PROSE)
                        .taken())
                .containsExactly(2, 3);
    }
}
