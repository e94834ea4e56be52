package dev.winnow.source.container;

import java.io.IOException;

/** A limit would be exceeded; the message names the limit and how to raise it. */
public final class LimitException extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * @param message for the user
     */
    public LimitException(String message) {
        super(message);
    }
}
