package dev.winnow.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Turns I/O errors of writing into messages for a person. */
final class Failures {

    private Failures() {}

    /**
     * @param safe a sentence that says what is already saved; empty if there is nothing to say
     */
    static IOException writing(String target, IOException cause, String safe) {
        String tail = safe.isEmpty() ? "" : ". " + safe;
        return new IOException("cannot write " + target + ": " + reason(cause) + tail, cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "no permission; choose another place with -o";
        }
        if (cause instanceof NoSuchFileException) {
            return "the folder was removed; create it again, or choose another with -o";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "there is a file where a folder is needed; choose another place with -o";
        }
        String message = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        if (message == null) {
            return cause.getClass().getSimpleName();
        }
        String lower = message.toLowerCase(Locale.ROOT);
        return lower.contains("no space left") || lower.contains("disk full") || lower.contains("quota")
                ? "the disk is full; make room or choose another place with -o"
                : message.replaceAll("\\s+", " ");
    }
}
