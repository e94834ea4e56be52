package dev.winnow.spark;

import dev.winnow.source.FoundFile;
import java.io.Serializable;

/**
 * What a task reads at once: a file, or some lines of one.
 *
 * @param path on its file system
 * @param origin what messages call the file
 * @param id what the file's document is called
 * @param size of the file, in bytes
 * @param named whether the user asked for this very file
 * @param kind how it is read
 * @param from where the piece begins: lines that begin behind the feed at or after the byte before it are its own
 * @param to where it ends; of a whole file its size
 * @param lines of the file before the piece's first
 */
record Piece(
        String path,
        String origin,
        String id,
        long size,
        boolean named,
        FoundFile.Kind kind,
        long from,
        long to,
        long lines)
        implements Serializable {

    /** A whole file. */
    static Piece whole(String path, FoundFile file, FoundFile.Kind kind) {
        return new Piece(path, file.origin(), file.id(), file.size(), file.named(), kind, 0, file.size(), 0);
    }

    /** A part of it. */
    Piece part(long begin, long end) {
        return new Piece(path, origin, id, size, named, kind, begin, end, lines);
    }

    /** The same with the number of lines before it. */
    Piece behind(long before) {
        return new Piece(path, origin, id, size, named, kind, from, to, before);
    }

    boolean isWhole() {
        return from == 0 && to == size;
    }

    long bytes() {
        return to - from;
    }

    FoundFile file() {
        return new FoundFile(origin, id, size, named);
    }
}
