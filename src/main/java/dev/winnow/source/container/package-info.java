/**
 * Opens containers of bytes: compression, archives, WARC. Everything is a stream: nothing is unpacked to disk, and at most one
 * record is in memory.
 *
 * <p>It imports nothing of Winnow. Only this package uses the decompressors of commons-compress, xz, zstd
 * and Brotli; each is loaded when the first stream needs it.
 */
@NullMarked
package dev.winnow.source.container;

import org.jspecify.annotations.NullMarked;
