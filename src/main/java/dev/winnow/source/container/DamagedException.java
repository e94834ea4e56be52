package dev.winnow.source.container;

import java.io.IOException;

/** One record or entry of a container is damaged; the reader can continue with the next. */
public final class DamagedException extends IOException {

    private static final long serialVersionUID = 1;

    private final long given;

    /**
     * @param message description of the damage for the user
     */
    public DamagedException(String message) {
        this(message, 0);
    }

    /**
     * @param given how many of the last returned bytes belong to the damaged member
     */
    DamagedException(String message, long given) {
        super(message);
        this.given = given;
    }

    long given() {
        return given;
    }
}
