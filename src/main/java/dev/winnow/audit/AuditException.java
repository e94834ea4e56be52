package dev.winnow.audit;

/** A sheet that cannot be scored; the message says which rows, why and what to do, a line each. */
public final class AuditException extends Exception {

    private static final long serialVersionUID = 1;

    AuditException(String message) {
        super(message);
    }
}
