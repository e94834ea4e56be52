package dev.winnow.web;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Thrown for a request that is refused. Has the HTTP status and the message for the user. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Map<String, ?> more;

    Refusal(int status, String message) {
        this(status, message, Map.of());
    }

    /** @param more further members of the answer, beside the message */
    Refusal(int status, String message, Map<String, ?> more) {
        super(message);
        this.status = status;
        this.more = more;
    }

    /** Returns the message of a file error in plain words. */
    static String plain(IOException e) {
        if (e instanceof NoSuchFileException gone) {
            return gone.getFile() + " does not exist, or is a broken link";
        }
        if (e instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (e instanceof FileAlreadyExistsException there) {
            return there.getFile() + " is a file, where a folder is needed";
        }
        return String.valueOf(e.getMessage());
    }

    /** Returns the message of an unexpected error; the class name if it has none. */
    static String message(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    Map<String, ?> more() {
        return more;
    }

    Answer answer() {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("error", getMessage());
        told.putAll(more);
        return Answer.json(status, told);
    }
}
