package dev.winnow.rule;

/** How much of a line a pattern must take. */
public enum Mode {
    WHOLE,
    START,
    END,
    ANYWHERE;

    /** Whether a match begins at the start of the line. */
    boolean fromStart() {
        return this == WHOLE || this == START;
    }

    /** Whether a match ends at the end of the line. */
    boolean toEnd() {
        return this == WHOLE || this == END;
    }
}
