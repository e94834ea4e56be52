package dev.winnow.source.office;

/**
 * One line of a page. Lengths are in points, measured from the left and the top of the page.
 *
 * @param left position where its first glyph begins
 * @param right position where its last glyph ends
 * @param baseline distance of the baseline from the top of the page
 * @param size type size
 * @param firstWord width of its first word
 */
record PdfLine(String text, float left, float right, float baseline, float size, float firstWord) {

    private static final float SAME_SIZE = 0.12f;

    /** Width of a space, as a share of the type size. */
    private static final float SPACE = 0.25f;

    boolean isSetLike(PdfLine other) {
        return Math.abs(size - other.size) <= SAME_SIZE * Math.max(size, other.size);
    }

    /** Whether the first word of the next line would not have fitted before a margin. */
    boolean isFull(PdfLine next, float margin) {
        return right + SPACE * size + next.firstWord > margin;
    }
}
