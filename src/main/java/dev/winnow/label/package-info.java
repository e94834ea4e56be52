/**
 * Gives every line a label: labellers propose, the resolver decides.
 */
@NullMarked
package dev.winnow.label;

import org.jspecify.annotations.NullMarked;
