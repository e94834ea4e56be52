package dev.winnow.output;

import java.io.IOException;
import java.io.Serial;

/** Something that was there before stands in the way of one document's file; others can be written. The message is for a person. */
public final class BlockedException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    BlockedException(IOException told) {
        super(told.getMessage(), told);
    }
}
