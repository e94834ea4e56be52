package dev.winnow.rule;

import java.util.List;

/** A {@link Matcher} with compiled patterns: tells the index what to look up, and takes lines. Immutable and thread-safe. */
interface CompiledMatcher {

    /**
     * Alternative patterns that lead to lines of the rule.
     *
     * @param part number of the part of a sequence; 0 for other matchers
     */
    record Lookup(int part, List<CompiledPattern> patterns, Mode mode) {}

    /** Returns all patterns of the matcher. */
    List<CompiledPattern> patterns();

    /** Returns what the index looks up for this matcher. */
    List<Lookup> lookups();

    /** Tries the rule on a line that the index found, and adds proposals for what fits. */
    void attempt(Proposer pass, CompiledRule rule, Trigger trigger, int line);

    /** Number of UTF-16 units of literal text in the pattern that has the fewest. */
    default int literalLength() {
        return CompiledPattern.shortestLiteral(patterns());
    }

    /** Whether matching needs a value that other rules capture. */
    default boolean needsKnown() {
        return patterns().stream().anyMatch(CompiledPattern::needsKnown);
    }

    /** How far the line that the index finds may be from the start of the match. */
    default Reach reach() {
        return Reach.LINE;
    }

    /**
     * Exclusive limit for the index of the line that is looked up, from the condition {@code first}.
     * {@link Integer#MAX_VALUE} for no limit.
     */
    default int lineLimit(Conditions conditions) {
        boolean anywhere = conditions.first() == 0 || reach() == Reach.ANYWHERE;
        return anywhere ? Integer.MAX_VALUE : Math.max(conditions.first(), conditions.first() + linesAbove());
    }

    /** Maximum number of lines between the start of a match and the line that the index finds. */
    default int linesAbove() {
        return 0;
    }

    /** Returns the line after which conditions look for what follows a match, given its first and last line. */
    default int lastAsked(int first, int last) {
        return last;
    }

    /** Whether a match takes consecutive lines. Then no match begins inside another match of the same rule. */
    default boolean takesRuns() {
        return false;
    }

    /** Whether the match takes lines that no pattern names one by one, as a range does. */
    default boolean isSweeping() {
        return false;
    }
}
