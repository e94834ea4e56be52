package dev.winnow.source.html;

import dev.winnow.document.Block;
import dev.winnow.document.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the source that is text, or stands for one.
 *
 * @param start in the source
 * @param end in the source
 * @param gap what parts it from the text before it
 * @param space what its white space is
 * @param linked whether it stands in a link
 * @param hidden whether it stands in an element that the page hides
 * @param place the block it stands in
 * @param shown what a reader sees in its place; null for its own characters
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

    /** What white space is. */
    enum Space {
        /** A run of it is one space. */
        FLOWING,
        /** As that, but a line feed ends a line. */
        LINES,
        /** Shown as it is. */
        PRESERVED
    }

    /**
     * What a reader sees in the place of markup.
     *
     * @param text not empty
     */
    record Shown(String text, Reason why) {}

    /** What parts two stretches of text, from the weakest to the strongest. */
    enum Gap {
        NOTHING(""),
        /** A space between two words, nothing before or behind a mark. */
        WORDS(""),
        /** White space of the source. */
        BLANK(" "),
        /** White space with a line feed in it: no space between characters of a script without spaces. */
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
     * @param level of a heading, else 0
     * @param number in the order of the tree, from 1; 0 outside of all
     */
    record Place(Block.Element element, int level, Block.Frame frame, int number) {}

    /**
     * A stretch of the source that holds no text.
     *
     * @param end in the source; {@link #OPEN} when nothing tells where it ends: then with the next text
     */
    record Hole(int start, int end, Reason why) {
        static final int OPEN = -1;
    }

    Stretch from(int newStart, Gap newGap) {
        return new Stretch(newStart, end, newGap, space, linked, hidden, place, shown);
    }
}
