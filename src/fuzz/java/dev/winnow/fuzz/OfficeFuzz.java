package dev.winnow.fuzz;

import dev.winnow.source.Loaded;
import java.util.List;

/** Any bytes as a PDF file, an office document, an e-book or a mail: read or refused in words, and what is read can be cleaned. */
public final class OfficeFuzz {

    private OfficeFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        List<Loaded> read = Reading.of(bytes);
        Reading.documents(read).forEach(Cleaning::withBuiltInRules);
    }
}
