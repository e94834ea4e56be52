package dev.winnow.document;

/**
 * A proposed change of a text: the stretch from {@code start} to {@code end} becomes {@code replacement}.
 *
 * @param start first UTF-16 unit to replace
 * @param end first unit after the replaced stretch; equal to {@code start} for an insertion
 * @param replacement what stands there instead; empty for a removal
 * @param reason why
 */
public record Edit(int start, int end, String replacement, Reason reason) {

    public Edit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("edit [" + start + ", " + end + ") must have 0 <= start <= end");
        }
    }
}
