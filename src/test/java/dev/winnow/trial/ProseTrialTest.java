package dev.winnow.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.RuleSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rules take sentences of articles. */
class ProseTrialTest {

    private static final Map<String, List<String>> PROSE = Map.of(
            "en",
            List.of(
                    "The bakery sold cookies and bread to the people who had no electricity.",
                    "The keeper of the lighthouse knew nothing of it until the boat came.",
                    "Nobody was hurt in the storm, the harbour master told the council later."),
            "de",
            List.of("Der Bäcker verkaufte Cookies und Brot an alle, die keinen Strom mehr hatten."));

    private static List<String> takenBy(String keys) {
        WinnowBuilder rules = Winnow.builder().builtinRules(false).rules("rules.yaml", yaml("pack: common", keys));
        return takenBy(rules.build().rules());
    }

    private static List<String> takenBy(RuleSet rules) {
        return ProseTrial.on(rules, PROSE).stream().map(Diagnostic::toString).toList();
    }

    private static String yaml(String pack, String keys) {
        return pack + "\nrules:\n- id: r\n  " + keys.replace("; ", "\n  ")
                + "\n  examples:\n  - hit: \"⟦x⟧\"\n  - miss: \"y\"\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "label: consent; shape: any; line: '{any} cookies {any}' | true",
                "label: consent; shape: any; zone: tail; line: '{any} cookies {any}' | true",
                "label: consent; shape: any; first: 1; line: '{any} cookies {any}' | true",
                "label: consent; shape: any; inside: {anywhere: sold cookies} | true",
                "label: consent; line: '{any} cookies {any}' | false",
                "label: consent; shape: any; after: share; line: '{any} cookies {any}' | false",
                "label: consent; shape: any; line: 'We use cookies {any}' | false",
                "label: body; shape: any; line: '{any} cookies {any}' | false",
                "keep: true; shape: any; line: '{any} cookies {any}' | false",
                "label: consent; shape: any; language: fr; line: '{any} cookies {any}' | false",
            })
    void aRuleThatTakesSentencesIsNamed(String keys, boolean takes) {
        if (takes) {
            assertThat(takenBy(keys))
                    .singleElement()
                    .asString()
                    .startsWith("rules.yaml:3:7: R071 'common/r' takes a sentence of an article (")
                    .containsIgnoringCase("cookies");
        } else {
            assertThat(takenBy(keys)).isEmpty();
        }
    }

    @Test
    void aSiteIsTriedInItsLanguages() {
        String site = "pack: harbour.com\nhosts: [harbour.com]\nlanguages: ";
        String keys = "label: consent; shape: any; zone: [head, tail]; line: 'Der {any}'";
        assertThat(takenBy(Winnow.builder()
                        .builtinRules(false)
                        .rules("rules.yaml", yaml(site + "[de]", keys))
                        .build()
                        .rules()))
                .singleElement()
                .asString()
                .contains("'harbour.com/r' takes a sentence of an article (de): “Der Bäcker");
        assertThat(takenBy(Winnow.builder()
                        .builtinRules(false)
                        .rules("rules.yaml", yaml(site + "[en]", keys))
                        .build()
                        .rules()))
                .isEmpty();
    }
}
