package dev.winnow.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    private static boolean ends(String line) {
        return Characters.isSentenceEnd(line.charAt(Sentences.last(line)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The bridge is open again.",
                "“The bridge is open again.”",
                "大桥恢复通行。（完）",
                "大桥恢复通行。(完)",
                "The bridge is open again. (AFP)",
                "Die Brücke ist wieder frei. /dpa",
                "Die Brücke ist wieder frei. (dpa/lnw)",
                "Il ponte è riaperto (ANSA).",
                "Il ponte è riaperto. (ANSA).",
                "«Il ponte è riaperto.» (ANSA)",
                "Is the bridge open? [Reuters]",
                "橋は開通した。【時事】",
                "."
            })
    void endsASentenceBehindWhichAnAgencySigns(String line) {
        assertThat(ends(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bridge open again (AFP)",
                "Bridge open again /dpa",
                "Bridge and/or ferry",
                "The bridge is open again. (Photo: the harbour master of Hull)",
                "The bridge is open again. More/less traffic",
                "(AFP)",
                "/dpa",
                "大桥（完）",
                ")"
            })
    void doesNotEndOneElsewhere(String line) {
        assertThat(ends(line)).isFalse();
    }
}
