package dev.winnow.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.Winnow;
import dev.winnow.document.SourceDocument;
import dev.winnow.model.Strictness;
import dev.winnow.rule.RuleException;
import dev.winnow.trial.RuleTrial.Captured;
import dev.winnow.trial.RuleTrial.Took;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules that are not in use yet, each by itself. */
class RuleTrialTest {

    private static final String SENTENCE = "The bakery sold cookies and bread to the people who had no electricity.";

    private static final Winnow WINNOW = Winnow.builder()
            .model(Strictness.OFF)
            .rules("boats.yaml", "lexicon: boats\nen: [Ferry, Tug]\nde: [Schlepper]\n")
            .build();

    private static String rule(String id, String keys) {
        return "- id: " + id + "\n  label: widget\n  " + keys.replace("; ", "\n  ")
                + "\n  examples:\n  - hit: \"⟦Tides⟧\"\n  - miss: Weather\n";
    }

    private static RuleTrial trial(String... rules) {
        return RuleTrial.ofSite(WINNOW, List.of(rules));
    }

    private static SourceDocument page(String... lines) {
        return SourceDocument.of("page", String.join("\n", lines));
    }

    @Test
    void saysWhatEachRuleTakesByItself() {
        // Together only one of them would have the line.
        RuleTrial trial = trial(
                rule("a", "line: Tides now"),
                rule("b", "line: \"Tides {title}\"; first: 1"),
                rule("c", "line: Weather"));
        assertThat(trial.of(page("Tides now", SENTENCE, "Tides now")))
                .containsExactly(
                        new Took("a", List.of(0, 2), List.of()),
                        new Took("b", List.of(0), List.of(new Captured("title", "now", 0))));
        assertThat(trial.of(page("Tides now"), "b"::equals))
                .extracting(Took::rule)
                .containsExactly("b");
    }

    @Test
    void knowsTheWordListsInUse() {
        RuleTrial trial = trial(rule("boats", "line: \"{@boats} {int}\""));
        assertThat(trial.of(page("Tug 4", "Bus 4"))).extracting(Took::lines).containsExactly(List.of(0));
    }

    @Test
    void looksForThePagesLanguage() {
        RuleTrial trial = trial(rule("boats", "line: \"{@boats}\""));
        SourceDocument german = page(
                "Ferry",
                "Schlepper",
                "Die Fähre fuhr am Sonntag mit vierzig Menschen und zwei Ziegen aus dem Hafen, und niemand wusste, wann sie zurückkommt.");
        assertThat(trial.of(german)).extracting(Took::lines).containsExactly(List.of(1));
    }

    @Test
    void selectsInHtml() {
        RuleTrial trial = trial(rule("css", "css: .tides"));
        assertThat(trial.of(SourceDocument.html("h", "<p>Boats</p><div class=tides><p>Tides</p></div>")))
                .extracting(Took::lines)
                .containsExactly(List.of(1));
        assertThat(trial.of(page("Tides"))).isEmpty();
    }

    @Test
    void toldStretchesCountAsLines() {
        RuleTrial trial = trial(rule("inside", "inside: {start: \"Tides: \"}; shape: any"));
        assertThat(trial.of(page("Boats", "Tides: " + SENTENCE)))
                .extracting(Took::lines)
                .containsExactly(List.of(1));
    }

    @Test
    void tellsWhatIsWrongWithExamples() {
        assertThat(trial(rule("a", "line: Tides"), rule("b", "line: Boats")).problems())
                .containsOnlyKeys("b")
                .hasEntrySatisfying("b", problems -> assertThat(problems.get(0)).contains("takes nothing"));
    }

    @Test
    void tellsTheSentencesThatEachRuleTakes() {
        Map<String, List<String>> prose =
                Map.of("en", List.of(SENTENCE, "Nobody was hurt in the storm, the master told the council later."));
        RuleTrial trial = trial(
                rule("a", "line: \"{any} cookies {any}\"; shape: any"),
                rule("b", "line: \"The {any}\"; shape: any"),
                rule("c", "line: \"The {any}\""));
        // Both, though one of the two rules would go first.
        assertThat(trial.prose(prose)).isEqualTo(Map.of("a", List.of(SENTENCE), "b", List.of(SENTENCE)));
    }

    @Test
    void refusesWhatIsNoRule() {
        assertThatThrownBy(() -> trial("- id: a\n")).isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> trial(rule("a", "line: \"{@nothing}\"")))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("R043");
        assertThatThrownBy(() -> new RuleTrial(WINNOW, "boats.yaml", "lexicon: boats\nen: [Ferry]\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void triesAPackAsItIs() {
        RuleTrial trial =
                new RuleTrial(WINNOW, "common.yaml", "pack: common\nrules:\n" + rule("html.tides", "line: Tides"));
        assertThat(trial.of(page("Tides"))).extracting(Took::rule).containsExactly("html.tides");
    }
}
