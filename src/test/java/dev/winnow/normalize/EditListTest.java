package dev.winnow.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Edit;
import dev.winnow.document.Label;
import dev.winnow.document.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Edits of one step, gathered in the order of the text. */
class EditListTest {

    private static final String TEXT = "abcdefghij";
    private static final int MANY = 100_000;

    private final EditList edits = new EditList(TEXT, new Dashes());

    private static Edit edit(int start, int end, String with, String why) {
        return new Edit(start, end, with, new Reason("normalize/dashes", null, why));
    }

    @Test
    void givesNothingWhereNothingWasDone() {
        assertThat(edits.done()).isEmpty();
    }

    @Test
    void joinsEditsThatTouchForOneReason() {
        edits.replace(1, 2, "x", "a");
        edits.remove(2, 4, "a");
        edits.replace(4, 5, "yz", "a");
        assertThat(edits.done()).containsExactly(edit(1, 5, "xyz", "a"));
    }

    @Test
    void keepsEditsApartThatDoNotTouchOrHaveOtherReasons() {
        edits.replace(1, 2, "x", "a");
        edits.replace(3, 4, "y", "a");
        edits.remove(4, 5, "b");
        assertThat(edits.done()).containsExactly(edit(1, 2, "x", "a"), edit(3, 4, "y", "a"), edit(4, 5, "", "b"));
    }

    @Test
    void saysWhatIsDropped() {
        edits.drop(0, 3, Label.FOOTER, "foot");
        edits.remove(5, 6, "a");
        assertThat(edits.done())
                .containsExactly(
                        new Edit(0, 3, "", new Reason("normalize/dashes", Label.FOOTER, "foot")), edit(5, 6, "", "a"));
    }

    @Test
    void beginsAgainWhenItIsDone() {
        edits.remove(0, 1, "a");
        assertThat(edits.done()).hasSize(1);
        assertThat(edits.done()).isEmpty();
    }

    /** Edits of every second character, but with a long stretch left between the last two. */
    private static List<Edit> many(int count, int gap) {
        String text = "ab".repeat(count) + "c".repeat(gap) + "d";
        EditList many = new EditList(text, new Dashes());
        for (int i = 0; i < count; i++) {
            many.remove(2 * i, 2 * i + 1, i % 2 == 0 ? "even" : "odd");
        }
        many.remove(text.length() - 1, text.length(), "last");
        return many.done();
    }

    @Test
    void joinsNeighboursOnceThereAreTooMany() {
        List<Edit> apart = many(MANY, 10);
        assertThat(apart).hasSize(MANY + 1);
        List<Edit> joined = many(MANY + 1_000, 10);
        assertThat(joined).hasSize(MANY + 1);
        assertThat(joined.get(MANY))
                .isEqualTo(edit(2 * MANY, 2 * (MANY + 1_000) + 11, "b".repeat(1_000) + "c".repeat(10), "even"));
    }

    @Test
    void keepsDistantEditsApartThoughThereAreTooMany() {
        assertThat(many(MANY + 1_000, 63)).hasSize(MANY + 1);
        assertThat(many(MANY + 1_000, 64)).hasSize(MANY + 2);
    }
}
