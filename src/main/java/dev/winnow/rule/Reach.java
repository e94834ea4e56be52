package dev.winnow.rule;

/** What the line that the index finds says about the place of a match. */
enum Reach {
    /** The match is this line. */
    LINE,
    /** The match begins with this line. */
    FIRST,
    /** The match begins at most {@link CompiledMatcher#linesAbove()} lines above. */
    AMONG,
    /** The match may begin anywhere. */
    ANYWHERE
}
