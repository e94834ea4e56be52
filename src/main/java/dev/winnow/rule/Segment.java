package dev.winnow.rule;

import dev.winnow.rule.slot.SlotType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a compiled template. */
sealed interface Segment {

    /**
     * Literal text.
     *
     * @param text folded, unless the rule is exact
     */
    record Literal(String text) implements Segment {}

    /**
     * A typed slot.
     *
     * @param field what it captures into; null when it only matches
     * @param type null for free text
     */
    record Slot(@Nullable Field field, @Nullable SlotType type) implements Segment {
        @Override
        public @Nullable Field capturedField() {
            return field;
        }
    }

    /** The field a match of this piece is captured into; null when it only matches. */
    default @Nullable Field capturedField() {
        return null;
    }

    /**
     * Any of these words.
     *
     * @param field what it captures into; null when it only matches
     * @param index finds those that could stand at a place
     */
    record Words(@Nullable Field field, List<Word> words, WordIndex index) implements Segment {

        public Words {
            words = List.copyOf(words);
        }

        static Words of(List<Word> words) {
            return new Words(null, words, new WordIndex(words));
        }

        @Override
        public @Nullable Field capturedField() {
            return field;
        }
    }

    /**
     * One word of a lexicon.
     *
     * @param text folded, unless the rule is exact
     * @param language it belongs to; null for every language
     */
    record Word(String text, @Nullable String language) {}

    /** A value that is known already. */
    record Known(Field field) implements Segment {}
}
