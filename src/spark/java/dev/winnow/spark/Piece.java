package dev.winnow.spark;

import dev.winnow.source.FoundFile;
import java.io.Serializable;

/**
 * A piece of input for a task: a whole file, or a range of lines of a file.
 *
 * @param path path on its file system
 * @param origin name of the file in messages
 * @param id id of the file's document
 * @param size size of the file, in bytes
 * @param named true if the user named this file itself, not its folder
 * @param kind how the file is read
 * @param from start offset of the piece, in bytes. Its first line begins after the first line feed at or after the byte before
 *     this offset
 * @param to end offset of the piece, exclusive, in bytes; the size for a whole file
 * @param lines number of lines of the file before the first line of the piece
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

    /** Returns a piece with a whole file. */
    static Piece whole(String path, FoundFile file, FoundFile.Kind kind) {
        return new Piece(path, file.origin(), file.id(), file.size(), file.named(), kind, 0, file.size(), 0);
    }

    /** Returns a part of this file. */
    Piece part(long begin, long end) {
        return new Piece(path, origin, id, size, named, kind, begin, end, lines);
    }

    /** Returns the same piece with the number of lines before it. */
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
