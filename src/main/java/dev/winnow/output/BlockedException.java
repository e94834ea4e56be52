package dev.winnow.output;

import java.io.IOException;
import java.io.Serial;

/**
 * Thrown if the file of one document cannot be written because an existing file or link is in its place. Other documents can
 * still be written. The message is for a person.
 */
public final class BlockedException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    BlockedException(IOException told) {
        super(told.getMessage(), told);
    }
}
