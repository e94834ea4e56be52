package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.text.Characters;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stretch of text as the index reads it. */
class FoldedTextTest {

    private static final String TEXT = "An OLD Ferry (AP) – 最新 7";

    private final FoldedText folded = new FoldedText(4);

    /** Where lookups begin, as offsets of the text. */
    private List<Integer> entries() {
        return Arrays.stream(folded.entries(), 0, folded.entryCount())
                .map(place -> place - folded.at(0))
                .boxed()
                .toList();
    }

    private String folded(int from, int to) {
        return new String(folded.chars(), folded.at(from), to - from);
    }

    @Test
    void beginsLookupsAtWordStartsAndSigns() {
        folded.read(TEXT, 0, TEXT.length(), '\n');
        assertThat(entries()).containsExactly(0, 3, 7, 13, 14, 16, 18, 20, 21, 23);
        assertThat(folded(0, TEXT.length())).isEqualTo(Characters.fold(TEXT));
    }

    @Test
    void readsStretchesOfAnyLengthOneAfterTheOther() {
        for (int[] stretch : new int[][] {{0, 4}, {3, 8}, {3, 9}, {7, 7}, {0, TEXT.length()}, {13, 17}, {20, 22}}) {
            int from = stretch[0];
            int to = stretch[1];
            folded.read(TEXT, from, to, ' ');
            assertThat(folded(from, to)).isEqualTo(Characters.fold(TEXT.substring(from, to)));
            assertThat(entries()).allMatch(place -> place >= from && place < to);
        }
    }

    @Test
    void goesOnInAWordThatBeganBefore() {
        folded.read(TEXT, 8, 14, 'F');
        assertThat(entries()).containsExactly(13);
        folded.read(TEXT, 8, 14, ' ');
        assertThat(entries()).containsExactly(8, 13);
    }

    @Test
    void endsAtBothEndsOfALine() {
        folded.read(TEXT, 0, TEXT.length(), '\n');
        folded.close(3, 6);
        assertThat(folded(2, 7)).isEqualTo("\0old\0");
        assertThat(folded(0, 2)).isEqualTo("an");
        assertThat(folded(7, 12)).isEqualTo("ferry");
    }
}
