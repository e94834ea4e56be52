package dev.winnow.library;

/** A library is not there. The message says for a person what is missing and how to get it; one line. */
public final class LibraryException extends Exception {

    private static final long serialVersionUID = 1;

    LibraryException(String message) {
        super(message, null, false, false);
    }
}
