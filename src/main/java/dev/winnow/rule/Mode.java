package dev.winnow.rule;

/** How much of a line a pattern must take. */
public enum Mode {
    WHOLE,
    START,
    END,
    ANYWHERE
}
