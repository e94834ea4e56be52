/**
 * Containers of bytes are opened: compression, archives, WARC. All streams: nothing is unpacked to disk or held but one record.
 *
 * <p>May import nothing of Winnow. The decompressors of commons-compress, xz, zstd and Brotli stay inside; each is loaded when the
 * first stream needs it.
 */
@NullMarked
package dev.winnow.source.container;

import org.jspecify.annotations.NullMarked;
