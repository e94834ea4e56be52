package dev.winnow.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Any bytes as a Parquet file: rows become documents or failures that say why. */
public final class ParquetFuzz {

    private ParquetFuzz() {}

    /** Loads the library before time is taken: instrumented, that takes longer than any input may. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput("PAR1".getBytes(US_ASCII));
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        Reading.of(bytes);
    }
}
