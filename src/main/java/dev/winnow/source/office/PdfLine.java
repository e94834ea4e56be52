package dev.winnow.source.office;

/**
 * One line of a page. Lengths are points, from the left and from the top of the page.
 *
 * @param left where its first glyph begins
 * @param right where its last glyph ends
 * @param baseline how far down the page it stands
 * @param size of its type
 * @param firstWord width of its first word
 */
record PdfLine(String text, float left, float right, float baseline, float size, float firstWord) {

    private static final float SAME_SIZE = 0.12f;

    /** A space takes about a quarter of the type size; a word needs it before it. */
    private static final float SPACE = 0.25f;

    boolean isSetLike(PdfLine other) {
        return Math.abs(size - other.size) <= SAME_SIZE * Math.max(size, other.size);
    }

    /** Whether the first word of the next line would not have fitted before a margin. */
    boolean isFull(PdfLine next, float margin) {
        return right + SPACE * size + next.firstWord > margin;
    }
}
