package dev.winnow.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PresenceTest {

    private static final int SURE = 990;

    @Test
    void anArticleHasProseOfWhichTheModelIsSure() {
        assertThat(Presence.of(400, SURE).verdict()).isEqualTo(Presence.Verdict.YES);
        assertThat(Presence.of(400, SURE).confidence()).isGreaterThan(0.9);
    }

    @Test
    void aPageWithoutProseHasNone() {
        assertThat(Presence.of(0, SURE)).isEqualTo(new Presence(Presence.Verdict.NONE, 1));
    }

    @Test
    void aBriefIsDoubtful() {
        assertThat(Presence.of(30, SURE).verdict()).isEqualTo(Presence.Verdict.DOUBTFUL);
    }

    @Test
    void proseOfWhichTheModelIsNotSureIsNoArticle() {
        assertThat(Presence.of(400, 450).verdict()).isEqualTo(Presence.Verdict.NONE);
        assertThat(Presence.of(400, 700).verdict()).isEqualTo(Presence.Verdict.DOUBTFUL);
    }

    @Test
    void confidenceGrowsWithProseAndSureness() {
        for (int words = 0; words < 300; words += 7) {
            for (int sureness = 0; sureness < 1000; sureness += 11) {
                assertThat(likely(Presence.of(words + 7, sureness)))
                        .isGreaterThanOrEqualTo(likely(Presence.of(words, sureness)));
                assertThat(likely(Presence.of(words, sureness + 11)))
                        .isGreaterThanOrEqualTo(likely(Presence.of(words, sureness)));
            }
        }
    }

    private static double likely(Presence presence) {
        return presence.verdict() == Presence.Verdict.NONE ? 1 - presence.confidence() : presence.confidence();
    }
}
