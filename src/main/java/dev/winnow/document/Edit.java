package dev.winnow.document;

/**
 * A proposed change of a text: the range from {@code start} to {@code end} becomes {@code replacement}.
 *
 * @param start offset of the first UTF-16 unit to replace
 * @param end offset of the first unit after the replaced range; equal to {@code start} for an insertion
 * @param replacement the new text; empty for a removal
 * @param reason why
 */
public record Edit(int start, int end, String replacement, Reason reason) {

    public Edit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("edit [" + start + ", " + end + ") must have 0 <= start <= end");
        }
    }
}
