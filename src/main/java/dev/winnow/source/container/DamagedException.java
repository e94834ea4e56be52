package dev.winnow.source.container;

import java.io.IOException;

/** One record or entry of a container is damaged; its reader can go on with the next. */
public final class DamagedException extends IOException {

    private static final long serialVersionUID = 1;

    private final long given;

    /** @param message what is wrong, for a person */
    public DamagedException(String message) {
        this(message, 0);
    }

    /** @param given how many of the bytes handed out last are the damaged member's */
    DamagedException(String message, long given) {
        super(message);
        this.given = given;
    }

    long given() {
        return given;
    }
}
