package dev.winnow.restore;

/** A record that cannot be restored; the message says which, why and what to do. */
public final class RestoreException extends Exception {

    private static final long serialVersionUID = 1;

    RestoreException(String message) {
        super(message);
    }

    RestoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
