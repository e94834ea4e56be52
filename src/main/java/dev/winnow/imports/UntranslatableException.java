package dev.winnow.imports;

/** What there is no rule for; the message says why, for the author of the pack. */
final class UntranslatableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UntranslatableException(String reason) {
        super(reason, null, false, false);
    }

    /** Why. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
