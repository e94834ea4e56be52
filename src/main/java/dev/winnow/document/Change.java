package dev.winnow.document;

/**
 * One place where a {@link TrackedText} differs from its source.
 *
 * @param start offset of the first unit in the source
 * @param end offset of the first unit after the span in the source
 * @param textStart offset of the beginning of the replacement in the text
 * @param textEnd offset of the end of the replacement in the text
 * @param reason why; the last reason where several changes were merged
 */
public record Change(int start, int end, int textStart, int textEnd, Reason reason) {}
