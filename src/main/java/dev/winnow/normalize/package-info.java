/**
 * Turns decoded text into normal text and keeps every offset: one step, one small class, one configuration name. May import
 * {@code document} and {@code source}; Commons Text serves the entities and stays inside.
 */
@NullMarked
package dev.winnow.normalize;

import org.jspecify.annotations.NullMarked;
