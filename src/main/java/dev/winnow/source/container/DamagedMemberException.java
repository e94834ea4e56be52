package dev.winnow.source.container;

import java.io.IOException;

/**
 * A member of a gzip stream, or a frame of a zstd stream, is damaged. It is not a {@link DamagedException}: a reader that needs
 * the member cannot continue, so an archive around it must not try again.
 */
final class DamagedMemberException extends IOException {

    private static final long serialVersionUID = 1;

    private final long given;

    /**
     * @param given how many of the last returned bytes belong to the damaged member
     */
    DamagedMemberException(String message, long given) {
        super(message);
        this.given = given;
    }

    long given() {
        return given;
    }
}
