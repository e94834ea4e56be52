package dev.winnow.cli;

/** Ends the command with a message that names the thing and says what to do. */
final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private UserError(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The call or the configuration is wrong. */
    static UserError usage(String message) {
        return new UserError(ExitCode.USAGE, message);
    }

    /** The work broke off: the disk is full, the output cannot be written. */
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
