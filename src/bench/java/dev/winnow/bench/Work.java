package dev.winnow.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Turns the bytes of one page into the bytes of one line of JSON. For one thread. */
interface Work {

    /** How many rules it has. */
    default int rules() {
        return 0;
    }

    void run(Corpus.Page page, ByteArrayOutputStream out) throws IOException;
}
