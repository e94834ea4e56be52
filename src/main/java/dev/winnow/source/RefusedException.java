package dev.winnow.source;

/**
 * Thrown for a document that gives no text. The message says what is wrong and what to do, in one line that can follow a path.
 */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    public RefusedException(String message) {
        super(message, null, false, false);
    }
}
