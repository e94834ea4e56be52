package dev.winnow.rule;

/** How much of a line a pattern must take. */
public enum Mode {
    WHOLE,
    START,
    END,
    ANYWHERE;

    /** Whether a match begins where the line does. */
    boolean fromStart() {
        return this == WHOLE || this == START;
    }

    /** Whether a match ends where the line does. */
    boolean toEnd() {
        return this == WHOLE || this == END;
    }
}
