package dev.winnow.rule;

import java.util.List;

/** A {@link Matcher} with its patterns compiled: how the index finds its lines, and how it takes them. Immutable and thread-safe. */
interface CompiledMatcher {

    /**
     * Patterns of which any leads to lines of the rule.
     *
     * @param part of a sequence; 0 otherwise
     */
    record Lookup(int part, List<CompiledPattern> patterns, Mode mode) {}

    /** All its patterns. */
    List<CompiledPattern> patterns();

    /** What the index looks for. */
    List<Lookup> lookups();

    /** Tries the rule on a line that the index found, and proposes what fits. */
    void attempt(Proposer pass, CompiledRule rule, Trigger trigger, int line);

    /** Units of literal text that its shortest pattern asks for. */
    default int literalLength() {
        return CompiledPattern.shortestLiteral(patterns());
    }

    /** Whether matching needs a value found by other rules. */
    default boolean needsKnown() {
        return patterns().stream().anyMatch(CompiledPattern::needsKnown);
    }

    /** How much the line that the index finds tells of the match's place. */
    default Reach reach() {
        return Reach.LINE;
    }

    /** Number of the line before which the one must stand that the index finds; {@link Integer#MAX_VALUE} for anywhere. */
    default int lineLimit(Conditions conditions) {
        boolean anywhere = conditions.first() == 0 || reach() == Reach.ANYWHERE;
        return anywhere ? Integer.MAX_VALUE : Math.max(conditions.first(), conditions.first() + linesAbove());
    }

    /** So many lines above the one that the index finds a match may begin. */
    default int linesAbove() {
        return 0;
    }

    /** The line behind which conditions look for what follows a match, of its first line and its last. */
    default int lastAsked(int first, int last) {
        return last;
    }

    /** Whether a match takes lines one after the other, so that none begins inside another one. */
    default boolean takesRuns() {
        return false;
    }

    /** Whether it takes lines that it does not name one by one. */
    default boolean isSweeping() {
        return false;
    }
}
