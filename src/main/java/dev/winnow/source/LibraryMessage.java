package dev.winnow.source;

import java.util.regex.Pattern;

/** What a library says of a file that it cannot read, as a person is to be told. Thread-safe. */
public final class LibraryMessage {

    /** A Java object as it prints itself where nobody saw to it: another number in every run. */
    private static final Pattern OBJECT = Pattern.compile("[\\w.$]*?(\\w+)@[0-9a-f]{1,8}\\b");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private LibraryMessage() {}

    /** On one line, and the same in every run. */
    public static String of(Throwable broken) {
        String message = broken.getMessage();
        return message == null || isOfMachine(broken) ? broken.getClass().getSimpleName() : tidied(message);
    }

    /** Likewise, with the kind of the exception before it. */
    static String withKind(Throwable broken) {
        return isOfMachine(broken) ? broken.getClass().getName() : tidied(broken.toString());
    }

    /** Whether the machine throws such exceptions itself: of the library's inside, and after some time without a message. */
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
