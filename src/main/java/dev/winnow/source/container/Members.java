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

    /**
     * Where the member begins that an unpacked byte is the first of; to be asked for bytes further and further on.
     *
     * @param unpacked bytes that came out before it
     * @return bytes of the packed stream before the member; -1 where that byte is not the first of one
     */
    long offsetOf(long unpacked);
}
