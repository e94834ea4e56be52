package dev.winnow.document;

import dev.winnow.text.Characters;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One block of text: a paragraph, a heading, a list item, a caption. Blank lines are no lines. A line is a place in the page's
 * text and cuts its own text out only when asked for it, since most lines are told by their length and their place alone.
 * Immutable and thread-safe.
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
    /** Found when asked for, like the text. */
    private int shapes = NOT_FOUND;
    /** Made when asked for. Two threads may both make it, which does no harm: a string may be passed on without care. */
    private @Nullable String text;

    /**
     * A line at a place in a text.
     *
     * @param page the text it stands in
     * @param index its number among the document's lines, from 0
     * @param start where it begins in that text, white space at the ends left out
     * @param end where it ends
     * @param glued whether it stands right below the line before it, without a blank line between; never on a page without
     *     blank lines, where that says nothing
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

    /** The line as it is, but right below the one before it. */
    Line gluedOn() {
        return new Line(page, index, start, end, true, link);
    }

    /** The line as it is, but known to be the text of a link: no prose, however it ends. */
    Line asLink() {
        Line known = new Line(page, index, start, end, glued, true);
        known.shapes = shapes() & ~Shape.SENTENCE_LIKE.bit() | Shape.LINK_LIKE.bit();
        return known;
    }

    /** The line as it is to somebody who does not know that it is the text of a link. */
    public Line asText() {
        return new Line(page, index, start, end, glued);
    }

    /** Whether it is known to be the text of a link. */
    public boolean isLink() {
        return link;
    }

    /** Its number among the document's lines, from 0. */
    public int index() {
        return index;
    }

    /** Where it begins in the page's text. */
    public int start() {
        return start;
    }

    /** Where it ends in the page's text. */
    public int end() {
        return end;
    }

    public Span span() {
        return new Span(start, end);
    }

    /** In UTF-16 units. */
    public int length() {
        return end - start;
    }

    /** The unit at an offset in the line. */
    public char charAt(int offset) {
        return page.charAt(start + Objects.checkIndex(offset, end - start));
    }

    /** Its text; {@link #length()} and {@link #charAt} are cheaper where they are enough. */
    public String text() {
        String made = text;
        if (made == null) {
            made = page.substring(start, end);
            text = made;
        }
        return made;
    }

    /** Whether it ends in a question mark. */
    public boolean asks() {
        return Characters.isQuestionMark(page.charAt(end - 1), end - start > 1 ? page.charAt(end - 2) : ' ');
    }

    public boolean endsInColon() {
        return Characters.isColon(page.charAt(end - 1));
    }

    /** The number of its words; in scripts without spaces some letters count as one. */
    public int words() {
        return Characters.words(page, start, end);
    }

    /** Copies its units from one offset to another, as {@link String#getChars} does. */
    public void getChars(int from, int to, char[] units, int at) {
        Objects.checkFromToIndex(from, to, end - start);
        page.getChars(start + from, start + to, units, at);
    }

    /** Its shapes as bits, see {@link Shape#bit()}. */
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

    /** Whether it has one of some shapes, given as bits. */
    public boolean isAny(int wanted) {
        return wanted == Shape.SENTENCE_LIKE.bit() ? is(Shape.SENTENCE_LIKE) : (shapes() & wanted) != 0;
    }

    /** A quick look at length and ending, without reading the line: false where it has not the shape; true says nothing. */
    public boolean mayBe(Shape shape) {
        return switch (shape) {
            case SENTENCE_LIKE -> Shapes.mayBeSentence(page, start, end);
            case HEADING_LIKE -> Shapes.mayBeHeading(page, start, end);
            default -> true;
        };
    }

    /** Whether it begins with a bullet or a dash and a space. */
    public boolean beginsWithBullet() {
        return length() > 2 && charAt(1) == ' ' && BULLETS.indexOf(charAt(0)) >= 0;
    }

    /** Whether it stands right below the line before it, without a blank line between. */
    public boolean glued() {
        return glued;
    }

    /** Whether both are the same text at the same place, whatever stands around them. */
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
