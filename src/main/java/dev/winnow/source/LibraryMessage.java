package dev.winnow.source;

import java.util.regex.Pattern;

/** Turns the message of a library about an unreadable file into a message for the user. Thread-safe. */
public final class LibraryMessage {

    /** {@code Object.toString()} output; it differs in every run. */
    private static final Pattern OBJECT = Pattern.compile("[\\w.$]*?(\\w+)@[0-9a-f]{1,8}\\b");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private LibraryMessage() {}

    /** Returns the message on one line, the same in every run. */
    public static String of(Throwable broken) {
        String message = broken.getMessage();
        return message == null || isOfMachine(broken) ? broken.getClass().getSimpleName() : tidied(message);
    }

    /** Returns the message with the kind of the exception before it. */
    static String withKind(Throwable broken) {
        return isOfMachine(broken) ? broken.getClass().getName() : tidied(broken.toString());
    }

    /**
     * Whether the Java runtime itself throws such exceptions. Their messages describe the inside of the library, and the JIT
     * compiler may omit them.
     */
    private static boolean isOfMachine(Throwable broken) {
        return broken instanceof NullPointerException
                || broken instanceof IndexOutOfBoundsException
                || broken instanceof ClassCastException
                || broken instanceof ArithmeticException
                || broken instanceof NegativeArraySizeException
                || broken instanceof ArrayStoreException;
    }

    private static String tidied(String message) {
        return OBJECT.matcher(SPACES.matcher(message).replaceAll(" ")).replaceAll("$1");
    }
}
