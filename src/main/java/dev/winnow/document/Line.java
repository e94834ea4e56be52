package dev.winnow.document;

/**
 * One block of text: a paragraph, a heading, a list item, a caption. Blank lines are no lines.
 *
 * @param index its number among the document's lines, from 0
 * @param start where it begins in the page's text, white space at the ends left out
 * @param end where it ends
 * @param text its text
 * @param shapes its shapes as bits, see {@link Shape#bit()}
 * @param glued whether it stands right below the line before it, without a blank line between; never on a page without blank
 *     lines, where that says nothing
 */
public record Line(int index, int start, int end, String text, int shapes, boolean glued) {

    public boolean is(Shape shape) {
        return (shapes & shape.bit()) != 0;
    }

    public Span span() {
        return new Span(start, end);
    }
}
