package dev.winnow.imports;

/** Thrown for a line that cannot be translated. The message gives the reason, for the author of the pack. */
final class UntranslatableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UntranslatableException(String reason) {
        super(reason, null, false, false);
    }

    /** Returns the reason. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
