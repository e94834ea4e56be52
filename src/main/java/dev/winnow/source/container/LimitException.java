package dev.winnow.source.container;

import java.io.IOException;

/** Reading more would break a limit; the message names the limit and the way out. */
public final class LimitException extends IOException {

    private static final long serialVersionUID = 1;

    /** @param message for a person */
    public LimitException(String message) {
        super(message);
    }
}
