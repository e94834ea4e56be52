package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a rule applies: its place on the page, and what stands around it. */
class PlacesOfRulesTest {

    private static final String PROSE = "The ferry left the harbour at noon on Sunday, four days late.";

    private static OneRule more(String condition, String... lines) {
        return OneRule.on("label: related\nline: More\n" + condition, lines);
    }

    @Test
    void zones() {
        String[] page = {"More", PROSE, "More", PROSE, "More"};
        assertThat(more("zone: head", page).taken()).containsExactly(0);
        assertThat(more("zone: body", page).taken()).containsExactly(2);
        assertThat(more("zone: tail", page).taken()).containsExactly(4);
        assertThat(more("zone: [head, tail]", page).taken()).containsExactly(0, 4);
        assertThat(more("zone: [tail, head]", "More", PROSE, "More", PROSE).misses())
                .containsExactly("2: it stands in the body, not in the head or tail");
    }

    @Test
    void firstAndLastLines() {
        String[] page = {"More", PROSE, "More", PROSE, "More"};
        assertThat(more("first: 1", page).taken()).containsExactly(0);
        assertThat(more("first: 3", page).taken()).containsExactly(0, 2);
        assertThat(more("last: 1", page).taken()).containsExactly(4);
        assertThat(more("last: 3", page).taken()).containsExactly(2, 4);
        assertThat(more("first: 1", PROSE, "More").misses()).containsExactly("1: it is not the first line");
        assertThat(more("first: 2", PROSE, PROSE, "More").misses())
                .containsExactly("2: it is not among the first 2 non-blank lines");
        assertThat(more("last: 1", "More", PROSE).misses()).containsExactly("0: it is not the last line");
        assertThat(more("last: 2", "More", PROSE, PROSE).misses())
                .containsExactly("0: it is not among the last 2 non-blank lines");
    }

    @Test
    void neighbours() {
        String[] page = {"More", "Share", "More", PROSE, "More"};
        assertThat(more("after: share", page).taken()).containsExactly(2);
        assertThat(more("before: share", page).taken()).containsExactly(0);
        assertThat(more("beside: share", page).taken()).containsExactly(0, 2);
        assertThat(more("after: [caption, share]", page).taken()).containsExactly(2);
        assertThat(more("after: caption", page).taken()).isEmpty();
        assertThat(more("after: share", PROSE, "More").misses())
                .containsExactly("1: it does not stand right after [share]");
        assertThat(more("before: share", "More", PROSE).misses())
                .containsExactly("0: it does not stand right before [share]");
        assertThat(more("beside: share", PROSE, "More", PROSE).misses())
                .containsExactly("1: it does not stand right beside [share]");
    }

    @Test
    void linesThatComeAfterAndBefore() {
        String[] page = {"More", PROSE, "More", PROSE, "More"};
        assertThat(more("followed_by: {sentence-like: 1}", page).taken()).containsExactly(0, 2);
        assertThat(more("followed_by: {sentence-like: 2}", page).taken()).containsExactly(0);
        assertThat(more("preceded_by: {sentence-like: 1}", page).taken()).containsExactly(2, 4);
        assertThat(more("preceded_by: {sentence-like: 2}", page).taken()).containsExactly(4);
        assertThat(more("followed_by: {sentence-like: 1, short: 1}", page).taken())
                .containsExactly(0, 2);
        assertThat(more("followed_by: {sentence-like: 2}", "More", PROSE).misses())
                .containsExactly("0: fewer than 2 sentence-like lines come after it");
        assertThat(more("preceded_by: {sentence-like: 2}", PROSE, "More").misses())
                .containsExactly("1: fewer than 2 sentence-like lines come before it");
    }

    @Test
    void exceptions() {
        assertThat(more("unless: {zone: head}", "More", PROSE, "More").taken()).containsExactly(2);
        assertThat(more("unless: {first: 1, followed_by: {sentence-like: 2}}", "More", PROSE, "More")
                        .taken())
                .as("only half of the exception holds")
                .containsExactly(0, 2);
        assertThat(more("unless: {zone: head}", "More", PROSE).misses())
                .containsExactly("0: an exception ('unless') holds");
        assertThat(OneRule.on(
                                "label: related\nline: \"More {any}\"\nunless: {line: \"More about {any}\"}",
                                "More about boats",
                                "More boats")
                        .taken())
                .containsExactly(1);
        assertThat(OneRule.on(
                                "label: related\nline: \"More {any}\"\nshape: any\nunless: {shape: sentence-like}",
                                "More boats left the harbour at noon on Sunday, four days late.",
                                "More boats")
                        .taken())
                .containsExactly(1);
    }

    @Test
    void shapes() {
        String sentence = "More boats left the harbour at noon on Sunday, four days late.";
        String rule = "label: related\nline: \"More {any}\"\n";
        assertThat(OneRule.on(rule, sentence, "More boats").taken())
                .as("prose needs a rule that names it")
                .containsExactly(1);
        assertThat(OneRule.on(rule, sentence).misses())
                .containsExactly("0: it is sentence-like, and the rule does not name that shape");
        assertThat(OneRule.on(rule + "shape: sentence-like", sentence, "More boats")
                        .taken())
                .containsExactly(0);
        assertThat(OneRule.on(rule + "shape: any", sentence, "More boats").taken())
                .containsExactly(0, 1);
        assertThat(OneRule.on(rule + "shape: [sentence-like, short]", sentence, "More boats")
                        .taken())
                .containsExactly(0, 1);
        assertThat(OneRule.on(rule + "shape: sentence-like", "More boats").misses())
                .containsExactly("0: not sentence-like");
    }

    @Test
    void budgets() {
        String rule = "label: related\nlines:\n- {line: \"More {any}\", repeat: 9}\nbudget: ";
        List<String> lines = Collections.nCopies(4, "More boats");
        assertThat(OneRule.on(rule + "{lines: 4}", lines.toArray(String[]::new)).taken())
                .containsExactly(0, 1, 2, 3);
        OneRule blocked = OneRule.on(rule + "{lines: 3}", lines.toArray(String[]::new));
        assertThat(blocked.taken()).isEmpty();
        assertThat(blocked.misses()).singleElement().asString().startsWith("0: ");
        assertThat(OneRule.on(rule + "{share: 0.5}", "More boats", "More boats", "Boats came.")
                        .taken())
                .isEmpty();
        assertThat(OneRule.on(rule + "{share: 0.5}", "More boats", "They came here")
                        .taken())
                .containsExactly(0);
    }
}
