package dev.winnow.fuzz;

/** Any bytes as a compressed file: gzip, bzip2, xz or zstd by their first bytes, also in each other. */
public final class CompressionFuzz {

    private CompressionFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        Reading.of(bytes);
    }
}
