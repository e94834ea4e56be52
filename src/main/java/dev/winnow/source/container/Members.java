package dev.winnow.source.container;

import java.io.IOException;

/** Compressed data whose members or frames stand for themselves, so that one can be damaged and the next be sound. */
public interface Members {

    /**
     * Looks for the next member behind the damage that was reported.
     *
     * @return whether there is one; reading goes on with it
     */
    boolean resume() throws IOException;
}
