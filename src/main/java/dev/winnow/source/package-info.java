/**
 * Bytes become source documents: containers opened, charsets recognised, nothing lost on the way.
 *
 * <p>May import {@code document}. Tika's charset detection and Jackson's parser stay inside.
 */
@NullMarked
package dev.winnow.source;

import org.jspecify.annotations.NullMarked;
