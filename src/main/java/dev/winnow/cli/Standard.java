package dev.winnow.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Small conventions of all commands: standard streams, paths, counts. */
final class Standard {

    /** The argument that means standard input or standard output. */
    static final String STREAM = "-";

    private Standard() {}

    /** Returns the name of the program, for commands in messages. The launcher sets it to the name by which it was called. */
    static String program() {
        return System.getProperty("winnow.program", "winnow");
    }

    /**
     * Parses a path that the user gave.
     *
     * @throws UserError if it is not a valid path on this system
     */
    static Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw UserError.usage("'" + argument + "' is not a valid path on this system: " + e.getReason());
        }
    }

    /** Returns the absolute, normalised path, for comparisons. */
    static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Whether an error means that the reader of our output has closed it, as {@code head} does. */
    static boolean isClosedPipe(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (cause instanceof IOException
                    && (message.contains("broken pipe") || message.contains("pipe is being closed"))) {
                return true;
            }
        }
        return false;
    }

    /** Formats a number with its noun: {@code 1 document}, {@code 2 documents}. */
    static String count(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }
}
