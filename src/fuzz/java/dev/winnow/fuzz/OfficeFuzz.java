package dev.winnow.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.winnow.source.Input;
import java.util.List;

/** Any bytes as a PDF file, an office document, an e-book or a mail: read or refused in words, and what is read can be cleaned. */
public final class OfficeFuzz {

    private OfficeFuzz() {}

    /** Loads the libraries before time is taken: instrumented, they take longer than any input may. */
    public static void fuzzerInitialize() {
        for (String beginning : List.of("{\\rtf1 The harbour was closed.}", "%PDF-1.7\n", "PK\u0003\u0004")) {
            fuzzerTestOneInput(beginning.getBytes(US_ASCII));
        }
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        List<Input> read = Reading.of(bytes);
        Reading.documents(read).forEach(Cleaning::withBuiltInRules);
    }
}
