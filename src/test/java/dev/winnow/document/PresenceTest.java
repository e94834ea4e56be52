package dev.winnow.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Presence.Verdict;
import org.junit.jupiter.api.Test;

class PresenceTest {

    @Test
    void confidenceIsThatOfTheVerdict() {
        assertThat(Presence.of(900)).isEqualTo(new Presence(Verdict.YES, 0.9));
        assertThat(Presence.of(500)).isEqualTo(new Presence(Verdict.DOUBTFUL, 0.5));
        assertThat(Presence.of(100)).isEqualTo(new Presence(Verdict.NONE, 0.9));
    }

    @Test
    void boundsBelongToTheVerdictAbove() {
        assertThat(Presence.of(700).verdict()).isEqualTo(Verdict.YES);
        assertThat(Presence.of(699).verdict()).isEqualTo(Verdict.DOUBTFUL);
        assertThat(Presence.of(300).verdict()).isEqualTo(Verdict.DOUBTFUL);
        assertThat(Presence.of(299).verdict()).isEqualTo(Verdict.NONE);
    }
}
