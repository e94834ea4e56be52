/** Labellers propose what lines are, the resolver decides. May import {@code document}, {@code language}, {@code rule}, {@code stats}. */
@NullMarked
package dev.winnow.label;

import org.jspecify.annotations.NullMarked;
