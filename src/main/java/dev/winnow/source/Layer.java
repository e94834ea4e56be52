package dev.winnow.source;

import dev.winnow.source.container.Expansion;
import java.io.InputStream;

/**
 * A stream to be opened, and what is known of it.
 *
 * @param in closed by who opens it
 * @param name by which its content may be guessed where the bytes do not tell; without the extension of a compression already taken
 *     off
 * @param size in bytes, as declared; -1 when unknown
 * @param from where it stands and what it is called; inherited by the documents in it
 * @param depth how many compressions and archives are around it
 * @param compressions how many of these are around it and inside of its file or archive's entry
 * @param named whether the user asked for this very file; not so what was found in folders and archives
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

    /** The same with a compression taken off. */
    Layer unpacked(InputStream unpacked) {
        return new Layer(
                unpacked, FileWalk.withoutCompression(name), -1, from, depth + 1, compressions + 1, named, expansion);
    }

    /** An entry of the archive that this is. */
    Layer entry(String path, InputStream content, long declared) {
        Provenance inside = new Provenance(
                from.origin() + "!" + path, from.id() + "/" + path, from.url(), from.crawl(), from.charset());
        return new Layer(content, path, declared, inside, depth + 1, 0, false, expansion);
    }
}
