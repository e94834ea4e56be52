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
        return message == null ? broken.getClass().getSimpleName() : tidied(message);
    }

    /** Likewise, with the kind of the exception before it. */
    static String withKind(Throwable broken) {
        return tidied(broken.toString());
    }

    private static String tidied(String message) {
        return OBJECT.matcher(SPACES.matcher(message).replaceAll(" ")).replaceAll("$1");
    }
}
