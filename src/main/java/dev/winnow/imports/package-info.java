/**
 * Rules of other programs become rule packs.
 *
 * <p>May import {@code text}, {@code document}, {@code source} and {@code rule}.
 */
@NullMarked
package dev.winnow.imports;

import org.jspecify.annotations.NullMarked;
