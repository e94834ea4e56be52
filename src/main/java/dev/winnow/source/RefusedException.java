package dev.winnow.source;

/** A document that gives no text. The message says for a person what is wrong and what to do; one line that fits behind a path. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    public RefusedException(String message) {
        super(message, null, false, false);
    }
}
