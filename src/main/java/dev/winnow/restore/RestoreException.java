package dev.winnow.restore;

/** Thrown if a record cannot be restored. The message says which record, why, and what to do. */
public final class RestoreException extends Exception {

    private static final long serialVersionUID = 1;

    RestoreException(String message) {
        super(message);
    }

    RestoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
