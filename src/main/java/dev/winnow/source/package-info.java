/**
 * Bytes become source documents: containers opened, charsets recognised, nothing lost on the way.
 *
 * <p>May import {@code document}. Compression, archives and WARC are opened in {@code container}, which knows bytes only. Tika's charset detection and Jackson's parser stay inside.
 */
@NullMarked
package dev.winnow.source;

import org.jspecify.annotations.NullMarked;
