package dev.winnow.cli;

/** Ends a command with a message for the user. The message names the problem and says what to do. */
final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private UserError(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Returns an error for wrong usage or configuration. */
    static UserError usage(String message) {
        return new UserError(ExitCode.USAGE, message);
    }

    /** Returns an error for work that failed midway, for example because the disk is full. */
    static UserError broken(String message) {
        return new UserError(ExitCode.FINDINGS, message);
    }

    int exitCode() {
        return exitCode;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
