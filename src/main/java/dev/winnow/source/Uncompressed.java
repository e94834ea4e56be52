package dev.winnow.source;

import dev.winnow.source.container.Compression;
import dev.winnow.source.container.Expansion;
import dev.winnow.source.container.GzipMembers;
import dev.winnow.source.container.Lookahead;
import dev.winnow.source.container.ZstdFrames;
import java.io.IOException;
import java.io.InputStream;

/** Removes the compressions of files that Winnow wrote, so that they can be read again. */
public final class Uncompressed {

    private Uncompressed() {}

    /**
     * Returns the bytes inside all compressions.
     *
     * @param in closed together with the returned stream
     * @throws IOException also for an archive or a Parquet file, because these are not text
     */
    public static InputStream of(InputStream in, Limits limits) throws IOException {
        Expansion expansion = new Expansion(limits.maxRatio());
        Lookahead layer = new Lookahead(expansion.packed(in), FileType.HEAD);
        for (int depth = 0; depth <= limits.maxNesting(); depth++) {
            FileType kind = FileType.of(layer.head(), layer.isWhole(), "");
            InputStream inside = switch (kind.reads() == null ? FileType.Reads.TEXT : kind.reads()) {
                case GZIP -> new GzipMembers(layer, expansion);
                case ZSTD -> new ZstdFrames(layer, expansion, limits.maxWindowBytes());
                case BZIP2 -> Compression.BZIP2.open(layer, expansion, limits.maxWindowBytes());
                case XZ -> Compression.XZ.open(layer, expansion, limits.maxWindowBytes());
                case PARQUET, ZIP, TAR ->
                    throw new IOException("is " + kind.what() + "; give the JSON Lines that winnow clean wrote");
                default -> layer;
            };
            if (inside.equals(layer)) {
                return layer;
            }
            layer = new Lookahead(inside, FileType.HEAD);
        }
        throw new IOException("has more than " + limits.maxNesting() + " nested compressions");
    }
}
