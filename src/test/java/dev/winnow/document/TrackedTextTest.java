package dev.winnow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrackedTextTest {

    private static final Reason REASON = new Reason("test/rule", null, "a test");

    private static Edit edit(int start, int end, String replacement) {
        return new Edit(start, end, replacement, REASON);
    }

    @Test
    void restoresTheSourceAfterAnyChainOfRandomEdits() {
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            TrackedText tracked = TrackedText.of(letters(random, random.nextInt(30)));
            int steps = random.nextInt(5);
            for (int step = 0; step < steps; step++) {
                tracked = tracked.apply(randomEdits(random, tracked.text().length()));
            }
            assertThat(Ledger.of(tracked).restore(tracked.text()))
                    .as("seed %d", seed)
                    .isEqualTo(tracked.source());
            assertThat(tracked.changes()).as("seed %d", seed).isSortedAccordingTo((a, b) -> a.start() - b.start());
            for (int i = 1; i < tracked.changes().size(); i++) {
                assertThat(tracked.changes().get(i).start())
                        .isGreaterThanOrEqualTo(tracked.changes().get(i - 1).end());
            }
            for (int start = 0; start <= tracked.text().length(); start++) {
                for (int end = start; end <= tracked.text().length(); end++) {
                    Span span = tracked.toSource(new Span(start, end));
                    assertThat(span.end()).isLessThanOrEqualTo(tracked.source().length());
                }
            }
        }
    }

    @Test
    void leadsBackToTheSourceThroughTwoSteps() {
        TrackedText tracked =
                TrackedText.of("a&amp;b c").apply(List.of(edit(1, 6, "&"))).apply(List.of(edit(0, 1, "")));
        assertThat(tracked.text()).isEqualTo("&b c");
        assertThat(tracked.toSource(new Span(0, 1))).isEqualTo(new Span(1, 6));
        assertThat(tracked.toSource(new Span(1, 2))).isEqualTo(new Span(6, 7));
    }

    @Test
    void mergesEditsThatFallIntoOneEarlierChange() {
        TrackedText tracked = TrackedText.of("xABCDx")
                .apply(List.of(edit(1, 5, "wxyz")))
                .apply(List.of(edit(1, 2, "W"), edit(4, 5, "Z")));
        assertThat(tracked.text()).isEqualTo("xWxyZx");
        assertThat(tracked.changes()).containsExactly(new Change(1, 5, 1, 5, REASON));
    }

    @Test
    void refusesOverlappingEdits() {
        TrackedText tracked = TrackedText.of("abcdef");
        assertThatThrownBy(() -> tracked.apply(List.of(edit(0, 3, ""), edit(2, 4, ""))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("overlaps");
    }

    private static List<Edit> randomEdits(Random random, int length) {
        List<Edit> edits = new ArrayList<>();
        int at = 0;
        while (at <= length && edits.size() < 6) {
            int start = at + random.nextInt(4);
            int end = start + random.nextInt(4);
            if (end > length) {
                break;
            }
            edits.add(edit(start, end, letters(random, random.nextInt(4))));
            at = end;
        }
        return edits;
    }

    private static String letters(Random random, int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }

    @Test
    void refusesEditsOfAnotherText() {
        Edits edits = new Edits("abcd", 0);
        edits.add(1, 2, "", REASON);

        assertThat(TrackedText.of("abcd").apply(edits).text()).isEqualTo("acd");
        assertThatThrownBy(() -> TrackedText.of("abce").apply(edits)).isInstanceOf(IllegalArgumentException.class);
    }
}
