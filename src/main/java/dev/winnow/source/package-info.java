/**
 * Reads bytes into source documents: opens containers and recognises charsets, without loss of bytes.
 *
 * <p>The subpackage {@code container} opens compression, archives and WARC; it knows only bytes. Only this package
 * uses Tika's charset detection and Jackson's parser.
 */
@NullMarked
package dev.winnow.source;

import org.jspecify.annotations.NullMarked;
