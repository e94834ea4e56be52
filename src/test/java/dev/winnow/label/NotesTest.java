package dev.winnow.label;

import static dev.winnow.label.TestLabelling.MORE;
import static dev.winnow.label.TestLabelling.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.rule.Proposal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What labelling notes for a person. */
class NotesTest {

    private static final String SEQUENCE =
            "id: head\nlines:\n- {line: Ferry news, label: title}\n- {line: Ferry desk, label: byline}\n"
                    + "- {line: From the quay, label: section}";

    private static List<String> misses(Winnow winnow, String... lines) {
        return TestLabelling.label(winnow, lines).nearMisses().stream()
                .map(miss -> miss.line() + " " + miss.rule())
                .toList();
    }

    @Test
    void notesARuleThatOnlyItsPlaceStopped() {
        Winnow winnow =
                TestLabelling.common("id: first\nlabel: related\nline: Ferry news\nfirst: 1\nshape: heading-like");
        assertThat(misses(winnow, PROSE, "Ferry news", MORE)).containsExactly("1 common/first");
        assertThat(misses(winnow, "Ferry news", PROSE, MORE)).isEmpty();
    }

    @Test
    void notesTheLineOfThePage() {
        Winnow winnow = TestLabelling.common(
                "id: share\nlabel: share\nline: Share",
                "id: last\nlabel: related\nline: Ferry news\nlast: 1\nafter: share");
        assertThat(misses(winnow, "Share", "Share", PROSE, "Share", "Ferry news", MORE))
                .containsExactly("4 common/last");
    }

    @Test
    void warnsOfARuleOverItsBudget() {
        Winnow winnow = TestLabelling.common(
                "id: rest\nlabel: related\nrange: {from: Ferry news, to: end}\nbudget: {share: 0.1}");
        Labelling labelling = TestLabelling.label(winnow, PROSE, MORE, "Ferry news", "Goats", "Ropes", MORE);
        assertThat(labelling.warnings()).singleElement().asString().startsWith("line 3: common/rest is ");
        assertThat(labelling.nearMisses()).extracting(Proposal.NearMiss::budget).containsExactly(true);
        assertThat(TestLabelling.label(winnow, PROSE, MORE).warnings()).isEmpty();
    }

    @Test
    void putsWarningsInTheOrderOfLines() {
        Labelling labelling = new Labelling(
                new Decisions(TestLabelling.mechanisms().page(TestLabelling.text("x")), new Decision[1]),
                List.of(),
                null,
                null,
                1000,
                List.of(),
                Map.of(),
                List.of(),
                List.of("line 10: a", "line 9: b", "line 9: a"),
                List.of());
        assertThat(labelling.warnings()).containsExactly("line 9: a", "line 9: b", "line 10: a");
    }

    @Test
    void notesTheAttemptThatCameFarthest() {
        Winnow winnow = TestLabelling.common(
                "id: head\nlines:\n- {line: Ferry news, label: title}\n- {line: Ferry desk, label: byline}\n"
                        + "- {line: From the quay, label: section}\n- {line: Noon, label: timestamp}");
        List<Proposal.NearMiss> misses = TestLabelling.label(
                        winnow,
                        "Ferry news",
                        "Ferry desk",
                        PROSE,
                        "Ferry news",
                        "Ferry desk",
                        "From the quay",
                        MORE,
                        "Ferry news",
                        "Ferry desk",
                        PROSE)
                .nearMisses();
        assertThat(misses)
                .singleElement()
                .satisfies(miss -> assertThat(miss.parts()).isEqualTo(3));
    }

    @Test
    void notesNoStopOfASequenceThatFitsElsewhere() {
        Winnow winnow = TestLabelling.common(SEQUENCE);
        assertThat(TestLabelling.label(
                                winnow,
                                "Ferry news",
                                "Ferry desk",
                                "From the quay",
                                PROSE,
                                "Ferry news",
                                "Ferry desk",
                                MORE)
                        .nearMisses())
                .isEmpty();
    }

    @Test
    void notesTheAttemptThatCameFarthestInAnyRound() {
        Winnow winnow = TestLabelling.common(
                "id: share\nlabel: share\nline: Share",
                "id: head\nlines:\n- {line: Ferry news, label: title}\n- {line: Ferry desk, label: byline}\n"
                        + "- {line: From the quay, label: section}\n- {line: Noon, label: timestamp}");
        assertThat(TestLabelling.label(winnow, "Ferry news", "Ferry desk", "Share", "From the quay", PROSE)
                        .nearMisses())
                .extracting(Proposal.NearMiss::parts)
                .containsExactly(3);
    }

    @Test
    void notesNoStopOfASequenceThatFitsInALaterRound() {
        Winnow winnow = TestLabelling.common("id: share\nlabel: share\nline: Share", SEQUENCE);
        Labelling labelling = TestLabelling.label(winnow, "Ferry news", "Ferry desk", "Share", "From the quay", PROSE);
        assertThat(TestLabelling.rulesOf(labelling).subList(0, 4))
                .containsExactly("common/head", "common/head", "common/share", "common/head");
        assertThat(labelling.nearMisses()).isEmpty();
    }

    @Test
    void saysWhyNoSiteAppliesOnlyWhereNoneDoes() {
        Winnow winnow = TestLabelling.winnow(
                "pack: harbour.example\nname: Harbour\nhosts: [harbour.example]\nfingerprint: [Harbour Post]\nvalid: {from: 2019-01-01}",
                "id: share\nlabel: share\nline: Share");
        assertThat(siteMisses(winnow, "2018-06-02"))
                .singleElement()
                .asString()
                .startsWith("harbour.example is not valid");
        assertThat(siteMisses(winnow, "2019-06-02")).isEmpty();
    }

    private static List<String> siteMisses(Winnow winnow, String day) {
        Known known = new Known(null, LocalDate.parse(day), null, null);
        return TestLabelling.label(winnow, TestLabelling.text("Harbour Post", PROSE, MORE), known)
                .siteMisses();
    }
}
