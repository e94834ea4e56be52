/**
 * Turns captures into metadata of an article: dates, people, places, pictures, with evidence. May import {@code document},
 * {@code language}, {@code rule}, {@code label} and Commons Text.
 */
@NullMarked
package dev.winnow.metadata;

import org.jspecify.annotations.NullMarked;
