package dev.winnow.fuzz;

/** Any bytes as a Parquet file: rows become documents or failures that say why. */
public final class ParquetFuzz {

    private ParquetFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        Reading.of(bytes);
    }
}
