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
     * A slot.
     *
     * @param field the field it captures into; null when it only matches
     * @param type the slot type; null for free text
     */
    record Slot(@Nullable Field field, @Nullable SlotType type) implements Segment {
        @Override
        public @Nullable Field capturedField() {
            return field;
        }
    }

    /** Returns the field that the piece captures into; null when it only matches. */
    default @Nullable Field capturedField() {
        return null;
    }

    /**
     * Any of a list of words.
     *
     * @param field the field it captures into; null when it only matches
     * @param index finds the words that could stand at an offset
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
     * @param language the word's language; null for every language
     */
    record Word(String text, @Nullable String language) {}

    /** A value captured before, as in {@code {=title}}. */
    record Known(Field field) implements Segment {}
}
