package dev.winnow.source.container;

import java.io.IOException;

/**
 * A member of a gzip stream, or a frame of a zstd stream, is damaged. Whoever reads the stream and cannot do without the member
 * has come to the end; it is no {@link DamagedException}, so that an archive around does not try again.
 */
final class DamagedMemberException extends IOException {

    private static final long serialVersionUID = 1;

    private final long given;

    /** @param given how many of the bytes handed out last are the damaged member's */
    DamagedMemberException(String message, long given) {
        super(message);
        this.given = given;
    }

    long given() {
        return given;
    }
}
