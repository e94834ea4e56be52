package dev.winnow.rule.slot;

import java.util.function.IntConsumer;

/**
 * What may stand in a typed slot of a template, such as {@code {published:date}}. A closed set, each tested once, so that no
 * rule author writes a date expression. Implementations are immutable and thread-safe.
 */
public interface SlotType {

    /** The name used in templates, for example {@code date}. */
    String name();

    /** Longest value in UTF-16 units; {@link Integer#MAX_VALUE} where there is no bound. */
    int maxLength();

    /** How much the longest value may be, for a person. */
    default String limit() {
        return maxLength() + " characters";
    }

    /** The same type for values of any length, to tell people why a line does not fit; this one where nobody is surprised by its limit. */
    default SlotType unlimited() {
        return this;
    }

    /** Whether every value holds a digit: lines without one need not be tried. */
    boolean needsDigit();

    /**
     * Whether a value may begin at an offset: a cheap look at a few characters that rules most places out.
     *
     * @param text a line, not folded
     */
    default boolean mayBegin(String text, int start) {
        return true;
    }

    /**
     * Reports where values that begin at {@code start} may end. Must finish in time linear in {@link #maxLength()} (or the
     * line), whatever the text.
     *
     * @param text the line; runs of white space are one space, and there is none at its ends
     * @param start where the value begins
     * @param limit no value may end after this offset
     * @param end is given every offset {@code e} in {@code (start, limit]} for which {@code text[start, e)} is a value, in any
     *     order, each at most once
     */
    void ends(String text, int start, int limit, IntConsumer end);
}
