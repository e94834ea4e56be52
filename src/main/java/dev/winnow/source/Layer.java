package dev.winnow.source;

import dev.winnow.source.container.Expansion;
import java.io.InputStream;

/**
 * A stream to open, and what is known about it.
 *
 * @param in must be closed by the code that opens it
 * @param name file name, used where the bytes do not show the type; without the extension of a compression that is already
 *     removed
 * @param size in bytes, as declared; -1 when unknown
 * @param from origin, id and headers; the documents in the stream inherit them
 * @param depth number of compressions and archives around it
 * @param compressions how many of these lie between the stream and its file or archive entry
 * @param named whether the user named this file; false for files found in folders and archives
 * @param expansion of the whole input
 */
record Layer(
        InputStream in,
        String name,
        long size,
        Provenance from,
        int depth,
        int compressions,
        boolean named,
        Expansion expansion) {

    /** Returns the layer inside a compression. */
    Layer unpacked(InputStream unpacked) {
        return new Layer(
                unpacked, FileWalk.withoutCompression(name), -1, from, depth + 1, compressions + 1, named, expansion);
    }

    /** Returns an entry of this archive. */
    Layer entry(String path, InputStream content, long declared) {
        Provenance inside = new Provenance(
                from.origin() + "!" + path, from.id() + "/" + path, from.url(), from.crawl(), from.charset());
        return new Layer(content, path, declared, inside, depth + 1, 0, false, expansion);
    }
}
