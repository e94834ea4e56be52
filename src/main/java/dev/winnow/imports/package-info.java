/**
 * Makes rule packs from the rules of other programs.
 */
@NullMarked
package dev.winnow.imports;

import org.jspecify.annotations.NullMarked;
