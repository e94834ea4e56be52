package dev.winnow.source.html;

import dev.winnow.document.Block;
import dev.winnow.document.Reason;

/**
 * A stretch of the source that is text.
 *
 * @param start in the source
 * @param end in the source
 * @param gap what parts it from the text before it
 * @param preserved whether its white space is shown as it is
 * @param linked whether it stands in a link
 * @param hidden whether it stands in an element that the page hides
 * @param place the block it stands in
 */
record Stretch(int start, int end, Gap gap, boolean preserved, boolean linked, boolean hidden, Place place) {

    /** What parts two stretches of text, from the weakest to the strongest. */
    enum Gap {
        NOTHING(""),
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
    record Place(Block.Kind kind, int level, Block.Frame frame, int number) {}

    /**
     * A stretch of the source that holds no text.
     *
     * @param end in the source; {@link #OPEN} when nothing tells where it ends: then with the next text
     */
    record Hole(int start, int end, Reason why) {
        static final int OPEN = -1;
    }

    Stretch from(int newStart, Gap newGap) {
        return new Stretch(newStart, end, newGap, preserved, linked, hidden, place);
    }
}
