package dev.winnow.document;

import dev.winnow.text.Characters;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One block of text: a paragraph, a heading, a list item, a caption. Blank lines are not lines. A line is a range of the page's
 * text. It copies that text only on request, because length and position are enough for most lines. Immutable and thread-safe.
 */
public final class Line {

    private static final String BULLETS = "•▪‣·◦*-–—";

    private static final int NOT_FOUND = -1;

    private final String page;
    private final int index;
    private final int start;
    private final int end;
    private final boolean glued;
    private final boolean link;
    /** Computed at the first call, like the text. */
    private int shapes = NOT_FOUND;
    /** Computed at the first call. Two threads may both compute it; that is safe, because strings are immutable. */
    private @Nullable String text;

    /**
     * Creates a line for a range of a text.
     *
     * @param page the text that holds the line
     * @param index number of the line in the document, from 0
     * @param start offset of its first unit; white space at both ends is left out
     * @param end offset of the first unit after it
     * @param glued whether the line stands directly below the line before it, without a blank line between; always false on a
     *     page without blank lines, where that says nothing
     */
    public Line(String page, int index, int start, int end, boolean glued) {
        this(page, index, start, end, glued, false);
    }

    private Line(String page, int index, int start, int end, boolean glued, boolean link) {
        this.page = page;
        this.index = index;
        this.start = start;
        this.end = end;
        this.glued = glued;
        this.link = link;
    }

    /** Returns this line, marked as standing directly below the one before it. */
    Line gluedOn() {
        return new Line(page, index, start, end, true, link);
    }

    /** Returns this line, marked as the text of a link. It is then not sentence-like, whatever its ending. */
    Line asLink() {
        Line known = new Line(page, index, start, end, glued, true);
        known.shapes = shapes() & ~Shape.SENTENCE_LIKE.bit() | Shape.LINK_LIKE.bit();
        return known;
    }

    /** Returns this line without the knowledge that it is the text of a link. */
    public Line asText() {
        return new Line(page, index, start, end, glued);
    }

    /** Whether this line is known to be the text of a link. */
    public boolean isLink() {
        return link;
    }

    /** Number of the line in the document, from 0. */
    public int index() {
        return index;
    }

    /** Offset of the first unit in the page's text. */
    public int start() {
        return start;
    }

    /** Offset of the first unit after the line in the page's text. */
    public int end() {
        return end;
    }

    public Span span() {
        return new Span(start, end);
    }

    /** Length in UTF-16 units. */
    public int length() {
        return end - start;
    }

    /** Returns the unit at an offset in the line. */
    public char charAt(int offset) {
        return page.charAt(start + Objects.checkIndex(offset, end - start));
    }

    /** Returns the text. {@link #length()} and {@link #charAt} are cheaper; prefer them where they are enough. */
    public String text() {
        String made = text;
        if (made == null) {
            made = page.substring(start, end);
            text = made;
        }
        return made;
    }

    /** Whether the line ends in a question mark. */
    public boolean asks() {
        return Characters.isQuestionMark(page.charAt(end - 1), end - start > 1 ? page.charAt(end - 2) : ' ');
    }

    public boolean endsInColon() {
        return Characters.isColon(page.charAt(end - 1));
    }

    /** Number of words. In scripts without spaces several letters count as one word. */
    public int words() {
        return Characters.words(page, start, end);
    }

    /** Copies its units from one offset to another, as {@link String#getChars} does. */
    public void getChars(int from, int to, char[] units, int at) {
        Objects.checkFromToIndex(from, to, end - start);
        page.getChars(start + from, start + to, units, at);
    }

    /** Returns the shapes as bits, see {@link Shape#bit()}. */
    public int shapes() {
        int found = shapes;
        if (found == NOT_FOUND) {
            found = Shapes.of(page, start, end);
            shapes = found;
        }
        return found;
    }

    public boolean is(Shape shape) {
        return (shapes != NOT_FOUND || mayBe(shape)) && (shapes() & shape.bit()) != 0;
    }

    /** Whether the line has at least one of the given shapes (bits). */
    public boolean isAny(int wanted) {
        return wanted == Shape.SENTENCE_LIKE.bit() ? is(Shape.SENTENCE_LIKE) : (shapes() & wanted) != 0;
    }

    /**
     * Quick check of length and ending, without reading the whole line. False: the line has not the shape. True: it may have
     * it.
     */
    public boolean mayBe(Shape shape) {
        return switch (shape) {
            case SENTENCE_LIKE -> Shapes.mayBeSentence(page, start, end);
            case HEADING_LIKE -> Shapes.mayBeHeading(page, start, end);
            default -> true;
        };
    }

    /** Whether the line begins with a bullet or a dash, followed by a space. */
    public boolean beginsWithBullet() {
        return length() > 2 && charAt(1) == ' ' && BULLETS.indexOf(charAt(0)) >= 0;
    }

    /** Whether the line stands directly below the line before it, without a blank line between. */
    public boolean glued() {
        return glued;
    }

    /** Two lines are equal if text, index, offsets and {@link #glued()} are equal. The rest of the page is not compared. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || other instanceof Line line
                        && index == line.index
                        && start == line.start
                        && end == line.end
                        && glued == line.glued
                        && page.regionMatches(start, line.page, start, end - start);
    }

    @Override
    public int hashCode() {
        return 31 * start + end;
    }

    @Override
    public String toString() {
        return text();
    }
}
