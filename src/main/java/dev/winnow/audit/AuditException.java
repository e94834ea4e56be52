package dev.winnow.audit;

/** Thrown if a sheet cannot be scored. The message has one line per problem: which rows, why, and what to do. */
public final class AuditException extends Exception {

    private static final long serialVersionUID = 1;

    AuditException(String message) {
        super(message);
    }
}
