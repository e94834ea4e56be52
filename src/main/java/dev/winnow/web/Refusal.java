package dev.winnow.web;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is not done, with what its sender is told. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Map<String, ?> more;

    Refusal(int status, String message) {
        this(status, message, Map.of());
    }

    /** @param more members of the answer beside the message */
    Refusal(int status, String message, Map<String, ?> more) {
        super(message);
        this.status = status;
        this.more = more;
    }

    /** What the file system says, in words for a person. */
    static String plain(IOException e) {
        if (e instanceof NoSuchFileException gone) {
            return gone.getFile() + " is gone, or a link to nothing";
        }
        if (e instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (e instanceof FileAlreadyExistsException there) {
            return there.getFile() + " is a file, where a folder is needed";
        }
        return String.valueOf(e.getMessage());
    }

    /** What an error that nobody foresaw says. */
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
