package dev.winnow.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Small things that all commands agree on. */
final class Standard {

    /** The argument that stands for standard input or standard output. */
    static final String STREAM = "-";

    private Standard() {}

    /**
     * A path as the user gave it.
     *
     * @throws UserError if it is none on this system
     */
    static Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw UserError.usage("'" + argument + "' is no path on this system: " + e.getReason());
        }
    }

    /** The path from the root, by which files are compared. */
    static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Whether the reader of our output has gone, as {@code head} does when it has enough. */
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

    /** {@code 1 document}, {@code 2 documents}. */
    static String count(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }
}
