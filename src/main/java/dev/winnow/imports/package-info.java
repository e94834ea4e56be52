/**
 * Rules of other programs become rule packs.
 */
@NullMarked
package dev.winnow.imports;

import org.jspecify.annotations.NullMarked;
