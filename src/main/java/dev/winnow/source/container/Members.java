package dev.winnow.source.container;

import java.io.IOException;

/** Compressed data of independent members or frames. If one is damaged, the next can still be read. */
public interface Members {

    /**
     * Searches for the next member after the reported damage.
     *
     * @return whether there is one; reading continues with it
     */
    boolean resume() throws IOException;

    /**
     * Returns the offset of the member that begins with a given unpacked byte. Offsets must be asked in ascending order.
     *
     * @param unpacked number of unpacked bytes before it
     * @return number of bytes of the packed stream before the member; -1 if no member begins with this byte
     */
    long offsetOf(long unpacked);
}
