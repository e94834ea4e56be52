package dev.winnow.document;

/**
 * A range of a text: 0-based, half-open, counted in UTF-16 units as {@link String} counts them.
 *
 * @param start offset of the first unit, at least 0
 * @param end offset of the first unit after the range, at least {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span [" + start + ", " + end + ") must have 0 <= start <= end");
        }
    }

    /** Length in UTF-16 units. */
    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** Returns the text of this range. */
    public String of(CharSequence text) {
        return text.subSequence(start, end).toString();
    }

    @Override
    public int compareTo(Span other) {
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }
}
