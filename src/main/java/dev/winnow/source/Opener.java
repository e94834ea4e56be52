package dev.winnow.source;

import dev.winnow.source.container.Compression;
import dev.winnow.source.container.CountedStream;
import dev.winnow.source.container.Expansion;
import dev.winnow.source.container.GzipMembers;
import dev.winnow.source.container.Lookahead;
import dev.winnow.source.container.Members;
import dev.winnow.source.container.TarEntries;
import dev.winnow.source.container.ZipEntries;
import dev.winnow.source.container.ZstdFrames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Opens an input layer by layer: finds its type, removes a compression or enters an archive, and repeats this until it finds
 * documents. Not thread-safe, because it counts what is skipped.
 */
final class Opener {

    private final Limits limits;
    private final @Nullable String charset;
    private final Skipped skipped = new Skipped();
    private final AtomicLong bytes = new AtomicLong();

    Opener(Limits limits, @Nullable String charset) {
        this.limits = limits;
        this.charset = charset;
    }

    Skipped skipped() {
        return skipped;
    }

    /** Number of bytes read from files and standard input, before decompression. */
    long bytesRead() {
        return bytes.get();
    }

    /**
     * @param named whether the user named this file; false if it was found in a folder
     */
    Documents open(Path path, String origin, String id, boolean named) {
        try {
            if (ParquetDocuments.isParquet(path)) {
                return ParquetDocuments.of(path, new Provenance(origin, id, null, null, charset), limits);
            }
            long size = Files.isRegularFile(path) ? Files.size(path) : -1;
            return open(Files.newInputStream(path), origin, id, size, named);
        } catch (IOException broken) {
            return failed(origin, Inputs.reason(broken));
        }
    }

    /**
     * @param in closed together with the result
     * @param size in bytes; -1 when unknown
     * @param named whether the user named this file
     */
    Documents open(InputStream in, String origin, String id, long size, boolean named) {
        Expansion expansion = new Expansion(limits.maxRatio());
        Provenance from = new Provenance(origin, id, null, null, charset);
        return open(new Layer(
                expansion.packed(new CountedStream(in, bytes::addAndGet)), id, size, from, 0, 0, named, expansion));
    }

    /** Opens a part of a JSON Lines file that begins at the beginning of a line. */
    Documents openLines(InputStream in, String origin, String id, long before) {
        return new JsonLinesDocuments(new CountedStream(in, bytes::addAndGet), origin, id, before, limits, skipped);
    }

    /**
     * @param file closed together with the result; counted as read when it is opened
     */
    Documents openRows(SeekableByteChannel file, Provenance from, Map<String, String> columns) throws IOException {
        bytes.addAndGet(file.size());
        return ParquetDocuments.of(file, from, columns, limits);
    }

    /** Opens a stream at any depth. Every error becomes an {@link Input.Failure}. */
    Documents open(Layer piece) {
        try {
            return open(piece, new Lookahead(piece.in(), FileType.HEAD), null);
        } catch (IOException broken) {
            closeQuietly(piece.in());
            return failed(piece.from().origin(), Inputs.reason(broken));
        } catch (OutOfMemoryError tooLarge) {
            closeQuietly(piece.in());
            return failed(piece.from().origin(), Documents.NO_MEMORY);
        }
    }

    /**
     * @param members the gzip or zstd stream below, if there is one. A WARC reader can continue in it after damage
     */
    private Documents open(Layer piece, Lookahead in, @Nullable Members members) throws IOException {
        FileType kind = FileType.of(in.head(), in.isWhole(), piece.name());
        FileType.Reads reads = kind.reads();
        String origin = piece.from().origin();
        if (reads == null) {
            in.close();
            return failed(
                    origin,
                    "is " + kind.what() + ", which this version does not read;"
                            + " give its text as a .txt file or as JSON Lines");
        }
        if (reads.isLayer() && piece.depth() >= limits.maxNesting()) {
            in.close();
            return failed(
                    origin,
                    "is nested deeper than " + limits.maxNesting()
                            + " archives and compressions; raise the limit with --max-nesting");
        }
        return switch (reads) {
            case TEXT, HTML, PDF, OFFICE, MAIL, PARQUET -> {
                try (in) {
                    yield whole(reads, piece, in);
                }
            }
            case MBOX -> new MboxDocuments(in, piece.from(), limits);
            case JSON_LINES -> new JsonLinesDocuments(in, origin, piece.from().id(), 0, limits, skipped);
            case JSON -> new JsonDocuments(in, piece.from(), limits, skipped, piece.named());
            case WARC -> new WarcDocuments(piece, in, members, limits, skipped);
            case ZIP -> new ArchiveDocuments(piece, new ZipEntries(in, piece.expansion()), this, limits);
            case TAR -> new ArchiveDocuments(piece, new TarEntries(in), this, limits);
            case GZIP -> open(piece, new GzipMembers(in, piece.expansion()));
            case BZIP2 -> unpacked(piece, in, Compression.BZIP2);
            case XZ -> unpacked(piece, in, Compression.XZ);
            case ZSTD -> open(piece, new ZstdFrames(in, piece.expansion(), limits.maxWindowBytes()));
        };
    }

    private Documents unpacked(Layer piece, Lookahead in, Compression compression) throws IOException {
        InputStream unpacked = compression.open(in, piece.expansion(), limits.maxWindowBytes());
        return open(piece.unpacked(unpacked));
    }

    private <M extends InputStream & Members> Documents open(Layer piece, M members) throws IOException {
        return open(piece.unpacked(members), new Lookahead(members, FileType.HEAD), members);
    }

    /** Reads a document that must be in memory as a whole. */
    private Documents whole(FileType.Reads reads, Layer piece, Lookahead in) throws IOException {
        int most = limits.maxDocumentBytes();
        long size = piece.size();
        byte[] bytes = in.head();
        if (size <= most && !in.isWhole() && bytes.length <= most) {
            bytes = in.readNBytes(most + 1);
        }
        if (size > most || bytes.length > most) {
            return failed(
                    piece.from().origin(),
                    (reads == FileType.Reads.TEXT ? "the text" : "the document") + " is larger than "
                            + Limits.readable(most)
                            + (size > most ? " (" + Limits.readable(size) + ")" : "")
                            + "; raise the limit with --max-size");
        }
        return reads == FileType.Reads.PARQUET
                ? ParquetDocuments.of(bytes, piece.from(), limits)
                : Documents.of(SingleDocument.read(reads, bytes, piece.from(), limits));
    }

    private static Documents failed(String origin, String message) {
        return Documents.of(new Input.Failure(origin, message));
    }

    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException ignored) {
            // Everything needed from it has been read.
        }
    }
}
