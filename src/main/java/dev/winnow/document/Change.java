package dev.winnow.document;

/**
 * One place where a {@link TrackedText} differs from its source.
 *
 * @param start first unit in the source
 * @param end first unit after the stretch in the source
 * @param textStart where the replacement begins in the text
 * @param textEnd where the replacement ends in the text
 * @param reason why; where several changes fell together, the last one's
 */
public record Change(int start, int end, int textStart, int textEnd, Reason reason) {}
