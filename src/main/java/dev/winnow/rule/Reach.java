package dev.winnow.rule;

/** How much the line that the index finds tells of the place of a match. */
enum Reach {
    /** All: the match is this line. */
    LINE,
    /** Where the match begins. */
    FIRST,
    /** That the match begins so many lines above at most: see {@link CompiledMatcher#linesAbove()}. */
    AMONG,
    /** Nothing. */
    ANYWHERE
}
