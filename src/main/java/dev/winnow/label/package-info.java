/**
 * Gives every line a label: labellers propose, the resolver decides. May import {@code document}, {@code language}, {@code rule},
 * {@code stats}, {@code model}.
 */
@NullMarked
package dev.winnow.label;

import org.jspecify.annotations.NullMarked;
