package dev.winnow.rule.slot;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The values that a typed slot of a template takes, such as {@code {published:date}}. A closed set, tested once, so that
 * rules need no expressions for dates. Implementations are immutable and thread-safe.
 */
public interface SlotType {

    /** Returns the name used in templates, for example {@code date}. */
    String name();

    /** Returns the maximum length of a value in UTF-16 units; {@link Integer#MAX_VALUE} for no limit. */
    int maxLength();

    /** Returns the limit of values as text for people. */
    default String limit() {
        return maxLength() + " characters";
    }

    /**
     * Returns the same type without a length limit, to explain why a line does not fit; the type itself when its limit needs
     * no explanation.
     */
    default SlotType unlimited() {
        return this;
    }

    /** Returns a type that takes more, to suggest it where this one does not take a text; null when there is none. */
    default @Nullable SlotType wider() {
        return null;
    }

    /** Whether every value holds a digit; then lines without one are not tried. */
    boolean needsDigit();

    /**
     * Quick check of a few characters: false when no value begins at an offset.
     *
     * @param text a line, not folded
     */
    default boolean mayBegin(String text, int start) {
        return true;
    }

    /**
     * Reports where values that begin at {@code start} may end. The time must be linear in {@link #maxLength()} or in the
     * length of the line, for any text.
     *
     * @param text the line, with single spaces and none at its ends
     * @param start offset where the value begins
     * @param limit no value may end after this offset
     * @param end receives every offset {@code e} in {@code (start, limit]} for which {@code text[start, e)} is a value, in
     *     any order, each at most once
     */
    void ends(String text, int start, int limit, IntConsumer end);
}
