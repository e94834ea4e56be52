package dev.winnow.rule;

import dev.winnow.rule.slot.SlotType;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A pattern ready to match. Immutable and thread-safe. */
sealed interface CompiledPattern permits CompiledTemplate, CompiledRegex {

    /** Returns the pattern as its author wrote it. */
    String written();

    /** Returns literals, at least one of which is in every match; empty when the pattern has none to look up. */
    List<Key> keys(Mode mode);

    /** Minimum length of a match, in UTF-16 units. */
    int minLength();

    /** Maximum length of a line that the pattern matches as a whole, in UTF-16 units; {@link Integer#MAX_VALUE} for no limit. */
    int maxLength();

    /** Whether every match holds a digit. */
    boolean needsDigit();

    /** Whether the pattern holds literal text or words of a lexicon. */
    default boolean hasText() {
        return true;
    }

    /** Number of UTF-16 units of literal text. More is more specific. */
    int literalLength();

    /** Whether matching needs a value that other rules capture. */
    boolean needsKnown();

    /** Whether the pattern is one slot for free text, with no literal. Such a pattern fits nearly every line. */
    boolean isFree();

    /** Quick check by the first characters of a line: false when the pattern cannot match it as a whole. */
    boolean mayBegin(String line);

    /** Returns the type of the slot that the pattern begins with; null when it begins otherwise. */
    default @Nullable SlotType firstType() {
        return null;
    }

    /** Whether every match captures the field. */
    boolean captures(Field field);

    /** Whether the pattern is nothing but one slot for this field. */
    boolean isOnly(Field field);

    /**
     * Tries the ways in which the pattern fits.
     *
     * @param bound values that other parts of a sequence have captured and the same field must repeat; null for none
     * @param part number of the part this pattern belongs to
     * @param accept is given each way, the preferred first; true stops the search
     * @return whether a way was accepted
     */
    boolean match(
            MatchText text,
            Mode mode,
            MatchContext context,
            @Nullable Bindings bound,
            int part,
            Predicate<PatternMatch> accept);

    /**
     * Returns a message when one value is longer than its slot takes and nothing else keeps the pattern from fitting;
     * otherwise null. Slow: only for explanations.
     */
    default @Nullable String tooLong(MatchText text, Mode mode, MatchContext context) {
        return null;
    }

    /**
     * Returns a message when the literal text fits the whole line but a typed slot does not take the text at its place;
     * otherwise null. Slow: only for explanations.
     */
    default @Nullable String refusal(MatchText text, MatchContext context) {
        return null;
    }

    /**
     * How selective the lookup is: units of the literal that is looked up; 1 for a pattern that is tried on every short line;
     * 0 for none.
     */
    default int selectivity(Mode mode) {
        int keys = keys(mode).stream().mapToInt(Key::selectivity).min().orElse(0);
        return keys > 0 ? keys : maxLength() <= PatternCompiler.MAX_UNINDEXED_LENGTH ? 1 : 0;
    }

    /** Number of units of literal text in the pattern that has the fewest. */
    static int shortestLiteral(List<CompiledPattern> patterns) {
        return patterns.stream().mapToInt(CompiledPattern::literalLength).min().orElse(0);
    }
}
