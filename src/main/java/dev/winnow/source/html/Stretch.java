package dev.winnow.source.html;

import dev.winnow.document.Block;
import dev.winnow.document.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A part of the source that is text, or that a text replaces.
 *
 * @param start offset in the source
 * @param end offset in the source
 * @param gap separation from the text before it
 * @param space treatment of its white space
 * @param linked whether it stands in a link
 * @param hidden whether it stands in an element that the page hides
 * @param place the block that holds it
 * @param shown text that a reader sees in its place; null for its own characters
 */
record Stretch(
        int start,
        int end,
        Gap gap,
        Space space,
        boolean linked,
        boolean hidden,
        Place place,
        @Nullable Shown shown) {

    /** Treatment of white space. */
    enum Space {
        /** A run of white space becomes one space. */
        FLOWING,
        /** The same, but a line feed ends a line. */
        LINES,
        /** White space stays unchanged. */
        PRESERVED
    }

    /**
     * Text that a reader sees in place of markup.
     *
     * @param text not empty
     */
    record Shown(String text, Reason why) {}

    /** Separation of two texts, from the weakest to the strongest. */
    enum Gap {
        NOTHING(""),
        /** A space between two words; nothing beside a punctuation mark. */
        WORDS(""),
        /** White space of the source. */
        BLANK(" "),
        /** White space that holds a line feed. It becomes no space between characters of a script without spaces. */
        FEED(" "),
        SPACE(" "),
        LINE("\n"),
        BLANK_LINE("\n\n");

        private final String text;

        Gap(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        Gap or(Gap other) {
            return compareTo(other) >= 0 ? this : other;
        }

        boolean endsLine() {
            return this == LINE || this == BLANK_LINE;
        }
    }

    /**
     * A block element, for the lines in it.
     *
     * @param level level of a heading, else 0
     * @param number in the order of the tree, from 1; 0 outside all blocks
     */
    record Place(Block.Element element, int level, Block.Frame frame, int number) {}

    /**
     * A part of the source that holds no text.
     *
     * @param end offset in the source; {@link #OPEN} if the end is unknown, then the hole ends at the next text
     */
    record Hole(int start, int end, Reason why) {
        static final int OPEN = -1;
    }

    Stretch from(int newStart, Gap newGap) {
        return new Stretch(newStart, end, newGap, space, linked, hidden, place, shown);
    }
}
